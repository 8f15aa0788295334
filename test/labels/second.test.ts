import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSharedLetters } from '../shared-letters';
import { isIntact, readLabels, type SecondLabel } from './labels';

const letters = new Map(
  readSharedLetters(join(import.meta.dirname, '../..')).map(({ name, text }) => [name.replace(/\.txt$/, ''), text]),
);
const second = readLabels<SecondLabel>('second.jsonl');

describe('labels of a second reader', () => {
  it.each([
    ['findings.jsonl', 13],
    ['fixes.jsonl', 12],
    ['sentences.jsonl', 40],
  ])('agree with those of %s in at least 90 of 100', (file, count) => {
    const first = readLabels<SecondLabel>(file);
    const own = second.filter((label) => label.file === file);
    expect(own).toHaveLength(count);
    const pairs = own.map((label) => {
      const same = first.find(
        ({ letter, start, end, hash, code }) =>
          letter === label.letter &&
          start === label.start &&
          end === label.end &&
          hash === label.hash &&
          code === label.code,
      );
      if (!same) throw new Error(`${file} has no label at ${label.letter} ${label.start}`);
      return { first: same.label, second: label.label };
    });
    const agreed = pairs.filter((pair) => pair.first === pair.second).length;
    console.log(`${file}: ${agreed} of ${pairs.length} second labels agree with the first`);
    expect(agreed / pairs.length).toBeGreaterThanOrEqual(0.9);
  });

  it.skipIf(letters.size === 0)('are at the text that was read', () => {
    expect(second.filter((label) => !isIntact(letters.get(label.letter) ?? '', label))).toEqual([]);
  });
});
