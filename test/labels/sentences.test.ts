import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { caseSummary } from '../../server/src/core/analysis/case-summary';
import { type Voice, voicesIn } from '../../server/src/core/analysis/sentence-voices';
import { askAbout, readLetter } from '../../server/src/core/index';
import { toSourceSpan } from '../../server/src/core/text/reading';
import { readSharedLetters } from '../shared-letters';
import { isIntact, readLabels, type SentenceLabel } from './labels';

const letters = new Map(
  readSharedLetters(join(import.meta.dirname, '../..')).map(({ name, text }) => [name.replace(/\.txt$/, ''), text]),
);

/** The voice of the sentence that begins at each place of a letter's rationales and summary. */
function voicesOf(text: string): ReadonlyMap<number, Voice> {
  const letter = readLetter(text, builtinForms);
  const ask = askAbout(letter, builtinLibrary);
  const summary = ask(caseSummary);
  const readings = [...letter.blocks.map(({ fields }) => fields.rationale.body), ...(summary ? [summary.prose] : [])];
  return new Map(
    readings.flatMap((reading) =>
      ask(voicesIn, reading).map((each): [number, Voice] => [toSourceSpan(reading, each).start, each.voice]),
    ),
  );
}

describe.skipIf(letters.size === 0)('the sentence classifier on published letters', () => {
  const labels = readLabels<SentenceLabel>('sentences.jsonl');

  it('is measured on the text that was labeled', () => {
    expect(labels).toHaveLength(400);
    expect(labels.filter((label) => !isIntact(letters.get(label.letter) ?? '', label))).toEqual([]);
  });

  it('is right in at least 95 of 100', () => {
    const found = new Map([...letters].map(([name, text]) => [name, voicesOf(text)]));
    const wrong = labels.filter(({ letter, start, label }) => found.get(letter)?.get(start) !== label);
    const figure = ((1 - wrong.length / labels.length) * 100).toFixed(1);
    console.log(`sentence classifier: ${figure} % of ${labels.length} labels right`);
    if (process.env.IMR_SHOW_WRONG) {
      for (const { letter, start, end, label } of wrong)
        console.log(label, '->', found.get(letter)?.get(start), letter, letters.get(letter)?.slice(start, end));
    }
    expect(wrong.length / labels.length).toBeLessThanOrEqual(0.05);
  });
});
