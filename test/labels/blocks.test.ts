import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, type LedgerElement, ledgerOf, readLetter } from '../../server/src/core/index';
import { readSharedLetters } from '../shared-letters';
import { type BlockLabel, type ElementLabel, isIntact, readLabels } from './labels';

const letters = new Map(
  readSharedLetters(join(import.meta.dirname, '../..')).map(({ name, text }) => [name.replace(/\.txt$/, ''), text]),
);
const labels = readLabels<BlockLabel>('blocks.jsonl');

/** An element of a labeled block: what the ledger says, and what a person says. */
interface Judged {
  readonly where: string;
  readonly element: LedgerElement;
  readonly label: ElementLabel;
  readonly words: string;
}

function judge({ letter: name, block: index, labels: truth }: BlockLabel): Judged[] {
  const text = letters.get(name) ?? '';
  const letter = readLetter(text, builtinForms);
  const block = letter.blocks[index];
  if (!block) throw new Error(`${name} has no block ${index}`);
  const ledger = askAbout(letter, builtinLibrary)(ledgerOf, block);
  return ledger.elements.flatMap((element) => {
    const label = truth[element.id];
    const words = element.span ? text.slice(element.span.start, element.span.end) : '';
    const where = `${name} ${index} ${ledger.class?.id ?? 'no class'}`;
    return label === undefined ? [] : [{ where, element, label, words }];
  });
}

/** As the command line counts: what is optional is never missing. */
function isMissing({ element: { state, level } }: Judged): boolean {
  return level !== 'optional' && (state === 'criterion-only' || state === 'open' || state === 'missing');
}

const isLabeledMissing = ({ label }: Judged): boolean => label === 'missing' || label === 'criterion-only';

function share(right: (each: Judged) => boolean, among: readonly Judged[]): number {
  return among.filter(right).length / among.length;
}

describe.skipIf(letters.size === 0)('the ledger on 60 published rationales', () => {
  const judged = letters.size === 0 ? [] : labels.flatMap(judge);
  const present = judged.filter(({ element }) => element.state === 'stated');
  const missing = judged.filter(isMissing);

  it('is measured on the text that was labeled', () => {
    expect(labels).toHaveLength(60);
    expect(labels.filter((label) => !isIntact(letters.get(label.letter) ?? '', label))).toEqual([]);
  });

  it('says "present" and "missing" rightly in at least 95 of 100', () => {
    const isStated = ({ label }: Judged): boolean => label === 'stated';
    const required = missing.filter(({ element }) => element.level === 'required' && !element.isCommon);
    const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
    console.log(
      [
        `ledger, ${judged.length} states:`,
        `present ${percent(share(isStated, present))} of ${present.length} right`,
        `missing ${percent(share(isLabeledMissing, missing))} of ${missing.length} right`,
        `required elements of classes (IMR308) ${percent(share(isLabeledMissing, required))} of ${required.length} right`,
      ].join('\n'),
    );
    if (process.env.IMR_SHOW_WRONG) {
      const wrong = [
        ...present.filter((each) => !isStated(each)),
        ...missing.filter((each) => !isLabeledMissing(each)),
        ...judged.filter((each) => isStated(each) && each.element.state !== 'stated'),
      ];
      for (const { where, element, label, words } of wrong)
        console.log(`${where}: ${element.id} ${element.level} is ${label}, not ${element.state} "${words}"`);
    }
    expect(share(isStated, present)).toBeGreaterThanOrEqual(0.95);
    expect(share(isLabeledMissing, missing)).toBeGreaterThanOrEqual(0.95);
  });
});
