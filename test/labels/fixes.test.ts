import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSharedLetters } from '../shared-letters';
import { type FixLabel, isIntact, readLabels } from './labels';
import { hashOfFix, reviewFixesIn } from './review-fixes';

const letters = new Map(
  readSharedLetters(join(import.meta.dirname, '../..')).map(({ name, text }) => [name.replace(/\.txt$/, ''), text]),
);

describe
  .skipIf(letters.size === 0)
  .each(['fixes.jsonl', 'fixes-again.jsonl', 'fixes-third.jsonl', 'fixes-fourth.jsonl'])(
  'fixes that a person must look at, in published letters: %s',
  (file) => {
    const labels = readLabels<FixLabel>(file);

    it('are judged on the text that was labeled', () => {
      expect(labels).toHaveLength(60);
      expect(labels.filter((label) => !isIntact(letters.get(label.letter) ?? '', label))).toEqual([]);
    });

    it('are acceptable in at least 95 of 100', () => {
      const offered = new Map<string, ReadonlySet<string>>();
      for (const name of new Set(labels.map(({ letter }) => letter))) {
        const fixes = reviewFixesIn(letters.get(name) ?? '');
        offered.set(name, new Set(fixes.map(({ code, span, edits }) => `${code} ${span.start} ${hashOfFix(edits)}`)));
      }
      const still = labels.filter(({ letter, code, start, fix }) =>
        offered.get(letter)?.has(`${code} ${start} ${fix}`),
      );
      const accepted = still.filter(({ label }) => label === 'accepted').length;
      console.log(`${file}: ${accepted} of the ${still.length} labeled that are still offered are accepted`);
      expect(accepted / still.length).toBeGreaterThanOrEqual(0.95);
      // With fewer the figure would say little: draw and label again.
      expect(still.length).toBeGreaterThanOrEqual(30);
    }, 60_000);
  },
);
