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

/** Fits a pattern to the words from `at` on. */
export type Matcher = (words: readonly Word[], at: number) => PatternMatch | undefined;

/** Looks the lists of a pattern up once. The matcher takes as many words a step as it can, and fewer where the rest would not fit. */
export function createMatcher({ steps, groups, marked }: Pattern, listOf: WordListOf): Matcher {
  const bound = steps.map((step) => bind(step, listOf));
  // Where each step ends; one list for all words that it is tried on.
  const ends: number[] = [];
  return (words, at) => {
    if (!fits(bound, 0, words, at, ends)) return undefined;
    const rangeOf = (first: number, last: number): WordRange => ({
      first: ends[first - 1] ?? at,
      behind: ends[last] ?? at,
    });
    return { marked: rangeOf(marked.first, marked.behind - 1), groups: groups.map((step) => rangeOf(step, step)) };
  };
}

interface BoundStep {
  readonly kind: Step['kind'];
  /** A word that is one of these fits, whatever its part of speech. */
  readonly words: ReadonlySet<string>;
  /** So does one of which all that one of these gives holds. */
  readonly tests: readonly BoundTest[];
}

interface BoundTest extends Omit<WordTest, 'list'> {
  readonly list?: ReadonlySet<string>;
}

function bind(step: Step, listOf: WordListOf): BoundStep {
  const tests = 'tests' in step ? step.tests : [];
  const isWord = ({ word, parts }: WordTest) => word !== undefined && parts === undefined;
  return {
    kind: step.kind,
    words: new Set(tests.filter(isWord).map(({ word = '' }) => word)),
    tests: tests
      .filter((test) => !isWord(test))
      .map(({ list, ...test }) => (list === undefined ? test : { ...test, list: listOf(list) })),
  };
}

/** Whether the steps from `step` on fit the words from `at` on; notes in `ends` where each of them ends. */
function fits(steps: readonly BoundStep[], step: number, words: readonly Word[], at: number, ends: number[]): boolean {
  const current = steps[step];
  if (!current) return true;
  const most = mostTaken(current, words, at);
  const least = current.kind === 'optional' || current.kind === 'several' ? 0 : most;
  for (let taken = most; taken >= 0 && taken >= least; taken--) {
    ends[step] = at + taken;
    if (fits(steps, step + 1, words, at + taken, ends)) return true;
  }
  return false;
}

/** How many words a step that begins at `at` can take; -1 where it does not fit. */
function mostTaken(step: BoundStep, words: readonly Word[], at: number): number {
  const word = words[at];
  switch (step.kind) {
    case 'start':
      return at === 0 ? 0 : -1;
    case 'end':
      return word === undefined || (at === words.length - 1 && word.pos === 'PUNCT') ? 0 : -1;
    case 'one':
      return isOneOf(step, word) ? 1 : -1;
    case 'other':
      return word && word.pos !== 'PUNCT' && !isOneOf(step, word) ? 1 : -1;
    case 'optional':
      return isOneOf(step, word) ? 1 : 0;
    case 'not-before':
      return isOneOf(step, word) ? -1 : 0;
    case 'not-after':
      return isOneOf(step, words[at - 1]) ? -1 : 0;
    case 'several': {
      let taken = 0;
      while (taken < mostRepeats && isOneOf(step, words[at + taken])) taken++;
      return taken;
    }
  }
}

function isOneOf({ words, tests }: BoundStep, word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (words.has(word.lower)) return true;
  for (const test of tests) if (isSuch(test, word)) return true;
  return false;
}

function isSuch({ word, list, ending, beginning, parts }: BoundTest, { lower, pos }: Word): boolean {
  if (word !== undefined && word !== lower) return false;
  if (list !== undefined && !list.has(lower)) return false;
  if (ending !== undefined && (lower.length <= ending.length || !lower.endsWith(ending))) return false;
  if (beginning !== undefined && !lower.startsWith(beginning)) return false;
  return parts === undefined || parts.includes(pos) || (parts.includes('DATE') && date.test(lower));
}

/** A date in digits, which is a part of speech to a pattern. */
const date = /^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/;
