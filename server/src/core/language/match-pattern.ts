import { mostRepeats, type Pattern, type Step, type WordTest } from '../library/construction-pattern';
import type { Word } from './sentence';

/** Indexes of words: of the first one and of the one behind the last. */
export interface WordRange {
  readonly first: number;
  readonly behind: number;
}

/** The words that a pattern fits: those in its brackets, and those of each group, which may be none. */
export interface PatternMatch {
  readonly marked: WordRange;
  readonly groups: readonly WordRange[];
}

export type WordListOf = (name: string) => ReadonlySet<string>;

/** Fits a pattern to the words from `at` on. A step takes as many words as it can, and fewer where the rest would not fit. */
export function matchPattern(
  { steps, groups, marked }: Pattern,
  words: readonly Word[],
  at: number,
  listOf: WordListOf,
): PatternMatch | undefined {
  const ends: number[] = [];
  const rangeOf = (first: number, last: number): WordRange => ({
    first: ends[first - 1] ?? at,
    behind: ends[last] ?? at,
  });
  const fits = (step: number, from: number): boolean => {
    const current = steps[step];
    if (!current) return true;
    return placesBehind(current, words, from, listOf).some((next) => {
      ends[step] = next;
      return fits(step + 1, next);
    });
  };
  if (!fits(0, at)) return undefined;
  return { marked: rangeOf(marked.first, marked.behind - 1), groups: groups.map((step) => rangeOf(step, step)) };
}

/** Where a step that begins at `at` can end, the farthest first. */
function placesBehind(step: Step, words: readonly Word[], at: number, listOf: WordListOf): readonly number[] {
  const word = words[at];
  switch (step.kind) {
    case 'start':
      return at === 0 ? [at] : [];
    case 'end':
      return word === undefined || (at === words.length - 1 && word.pos === 'PUNCT') ? [at] : [];
    case 'one':
      return isOneOf(step.tests, word, listOf) ? [at + 1] : [];
    case 'other':
      return word && word.pos !== 'PUNCT' && !isOneOf(step.tests, word, listOf) ? [at + 1] : [];
    case 'optional':
      return isOneOf(step.tests, word, listOf) ? [at + 1, at] : [at];
    case 'not-before':
      return isOneOf(step.tests, word, listOf) ? [] : [at];
    case 'not-after':
      return isOneOf(step.tests, words[at - 1], listOf) ? [] : [at];
    case 'several': {
      const places = [at];
      while (places.length <= mostRepeats && isOneOf(step.tests, words[at + places.length - 1], listOf))
        places.unshift(at + places.length);
      return places;
    }
  }
}

function isOneOf(tests: readonly WordTest[], word: Word | undefined, listOf: WordListOf): boolean {
  return word !== undefined && tests.some((test) => isSuch(test, word, listOf));
}

function isSuch({ word, list, ending, beginning, parts }: WordTest, { lower, pos }: Word, listOf: WordListOf): boolean {
  if (word !== undefined && word !== lower) return false;
  if (list !== undefined && !listOf(list).has(lower)) return false;
  if (ending !== undefined && (lower.length <= ending.length || !lower.endsWith(ending))) return false;
  if (beginning !== undefined && !lower.startsWith(beginning)) return false;
  return parts === undefined || parts.includes(pos);
}
