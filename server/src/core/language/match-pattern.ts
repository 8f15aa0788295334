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
  if (!fits(steps, 0, words, at, listOf, ends)) return undefined;
  const rangeOf = (first: number, last: number): WordRange => ({
    first: ends[first - 1] ?? at,
    behind: ends[last] ?? at,
  });
  return { marked: rangeOf(marked.first, marked.behind - 1), groups: groups.map((step) => rangeOf(step, step)) };
}

/** Whether the steps from `step` on fit the words from `at` on; notes in `ends` where each of them ends. */
function fits(
  steps: readonly Step[],
  step: number,
  words: readonly Word[],
  at: number,
  listOf: WordListOf,
  ends: number[],
): boolean {
  const current = steps[step];
  if (!current) return true;
  const most = mostTaken(current, words, at, listOf);
  const least = current.kind === 'optional' || current.kind === 'several' ? 0 : most;
  for (let taken = most; taken >= 0 && taken >= least; taken--) {
    ends[step] = at + taken;
    if (fits(steps, step + 1, words, at + taken, listOf, ends)) return true;
  }
  return false;
}

/** How many words a step that begins at `at` can take; -1 where it does not fit. */
function mostTaken(step: Step, words: readonly Word[], at: number, listOf: WordListOf): number {
  const word = words[at];
  switch (step.kind) {
    case 'start':
      return at === 0 ? 0 : -1;
    case 'end':
      return word === undefined || (at === words.length - 1 && word.pos === 'PUNCT') ? 0 : -1;
    case 'one':
      return isOneOf(step.tests, word, listOf) ? 1 : -1;
    case 'other':
      return word && word.pos !== 'PUNCT' && !isOneOf(step.tests, word, listOf) ? 1 : -1;
    case 'optional':
      return isOneOf(step.tests, word, listOf) ? 1 : 0;
    case 'not-before':
      return isOneOf(step.tests, word, listOf) ? -1 : 0;
    case 'not-after':
      return isOneOf(step.tests, words[at - 1], listOf) ? -1 : 0;
    case 'several': {
      let taken = 0;
      while (taken < mostRepeats && isOneOf(step.tests, words[at + taken], listOf)) taken++;
      return taken;
    }
  }
}

function isOneOf(tests: readonly WordTest[], word: Word | undefined, listOf: WordListOf): boolean {
  if (word === undefined) return false;
  for (const test of tests) if (isSuch(test, word, listOf)) return true;
  return false;
}

function isSuch({ word, list, ending, beginning, parts }: WordTest, { lower, pos }: Word, listOf: WordListOf): boolean {
  if (word !== undefined && word !== lower) return false;
  if (list !== undefined && !listOf(list).has(lower)) return false;
  if (ending !== undefined && (lower.length <= ending.length || !lower.endsWith(ending))) return false;
  if (beginning !== undefined && !lower.startsWith(beginning)) return false;
  return parts === undefined || parts.includes(pos) || (parts.includes('DATE') && date.test(lower));
}

/** A date in digits, which is a part of speech to a pattern. */
const date = /^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/;
