// A finished sentence of a template speaks of the case wherever it is put: behind one on the guideline, the ledger still counts it.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { voicesIn } from '../../server/src/core/analysis/sentence-voices';
import { askAbout, readLetter } from '../../server/src/core/index';
import { finishedSentences } from './finished-sentences';

function voicesBehindGuideline(sentence: string): readonly string[] {
  const letter = readLetter(
    `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

Decision rationale: The MTUS requires an examination. ${sentence} The request for a walker is not medically necessary.
`,
    builtinForms,
  );
  const rationale = letter.blocks[0]?.fields.rationale.body;
  if (!rationale) throw new Error('no rationale');
  return askAbout(letter, builtinLibrary)(voicesIn, rationale)
    .slice(1)
    .map(({ voice }) => voice);
}

describe('finished sentences of templates', () => {
  const sentences = finishedSentences('01/05/2017');

  it('are about the case behind a sentence on the guideline', () => {
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.filter((sentence) => voicesBehindGuideline(sentence).some((voice) => voice !== 'case'))).toEqual(
      [],
    );
  });
});
