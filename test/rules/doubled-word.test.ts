import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { composeExample } from '../../server/src/core/index';
import { checkLetter } from '../../server/src/core/lint/check-letter';

/** What IMR502 reports in a block whose guideline and label stand on one line. */
function doubled(guideline: string, label = 'Decision rationale:'): string[] {
  const text = composeExample({
    blocks: `Soma 350 mg #90: Upheld

MAXIMUS guideline: ${guideline} ${label} The request is not medically necessary.`,
  });
  const { problems } = checkLetter(text, { forms: builtinForms, library: builtinLibrary });
  return problems.filter(({ code }) => code === 'IMR502').map(({ span }) => text.slice(span.start, span.end));
}

describe('IMR502 where a label does not open its line', () => {
  it('reports words before the label once', () => {
    expect(doubled('The MTUS says that the the drug is for a short while.')).toEqual(['the the']);
  });

  it('reports the word that the label says again', () => {
    expect(doubled('The MTUS says so. Decision', 'Decision rationale:')).toEqual(['Decision Decision']);
  });

  it('reads no word before the label in half', () => {
    expect(doubled(`The MTUS says so. ${'x'.repeat(88)}Decision`)).toEqual([]);
  });
});
