// What README.md promises about the letters of today: each planted mistake is found by the right rule, and none elsewhere.
import { describe, expect, it } from 'vitest';
import { foundIn } from '../checked';
import { type CorpusLetter, groupOf, type Mark, readCorpus, strayMarks } from './corpus';

const part = 'test/corpus/today';
const letters = readCorpus(part);

/** The rules that answer for a kind of mark. */
const codesByKind: Readonly<Record<string, readonly string[]>> = {
  edition: ['IMR207'],
  rank: ['IMR203', 'IMR204'],
  formulary: ['IMR219'],
  'wrong-guideline': ['IMR208'],
  'citation-form': ['IMR202'],
  'citation-missing': ['IMR201', 'IMR210'],
  'unsuitable-source': ['IMR215'],
};
const codes = new Set(Object.values(codesByKind).flat());

describe('the letters of today', () => {
  it('are 40, at least 25 with a mistake', () => {
    expect(letters.length).toBe(40);
    expect(letters.filter(({ marks }) => marks.length > 0).length).toBeGreaterThanOrEqual(25);
    expect(strayMarks(letters, part)).toEqual([]);
  });

  it('repeat no sentence of another letter', () => {
    const first = new Map<string, string>();
    const shared = letters.flatMap((letter) =>
      sentencesOf(letter).flatMap((sentence) => {
        const before = first.get(sentence) ?? letter.name;
        first.set(sentence, before);
        return before === letter.name ? [] : [`${before} and ${letter.name}: ${sentence}`];
      }),
    );
    expect(shared).toEqual([]);
  });

  it.each(letters.map((letter) => [letter.name, letter] as const))('%s is judged as marked', (_, letter) => {
    const found = foundIn(letter.text).problems.filter(({ code }) => codes.has(code));
    const fits = ({ quote, kind }: Mark, { code, span }: (typeof found)[number]): boolean =>
      (codesByKind[kind] ?? []).includes(code) &&
      placesOf(letter, quote).some(({ start, end }) => span.start <= end && start <= span.end);
    expect(letter.marks.filter(({ kind }) => groupOf(kind) !== 'citation')).toEqual([]);
    const missed = letter.marks.filter((mark) => !found.some((problem) => fits(mark, problem)));
    const stray = found.filter((problem) => !letter.marks.some((mark) => fits(mark, problem)));
    expect({
      missed: missed.map(({ kind, quote }) => `${kind} ${quote}`),
      stray: stray.map(({ code, message }) => `${code} ${message}`),
    }).toEqual({ missed: [], stray: [] });
  });
});

/** Where a quote stands in a letter that wraps its lines; it may stand there more than once. */
function placesOf({ name, text }: CorpusLetter, quote: string): { readonly start: number; readonly end: number }[] {
  const words = quote.split(' ').map((word) => word.replace(/[^\w]/g, '\\$&'));
  const matches = [...text.matchAll(new RegExp(words.join('\\s+'), 'g'))];
  if (matches.length === 0) throw new Error(`${name} does not say "${quote}"`);
  return matches.map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

/** Sentences of summary and rationales, in lower case. */
function sentencesOf({ text }: CorpusLetter): string[] {
  const prose = text
    .slice(text.indexOf('medical records:') + 'medical records:'.length)
    .split('\n\n')
    .filter((paragraph) => !/guideline:|^The Final|^IMR ISSUES/.test(paragraph));
  const sentences = prose.flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[a-z]\.) /));
  return [...new Set(sentences.map((sentence) => sentence.toLowerCase()).filter((sentence) => sentence.length > 12))];
}
