import { isAnchor, mostRepeats, type Pattern, parsePattern, type Step } from '../library/construction-pattern';
import type { ConstructionEntry, ConstructionRule } from '../library/entries';
import type { Library } from '../library/types';
import { addTo } from '../text/groups';
import { onsetOf } from './indefinite-article';
import { createMatcher, type Matcher, type PatternMatch, type WordRange } from './match-pattern';
import type { Sentence, Word } from './sentence';

/** A construction of the packs found in a sentence. */
export interface ConstructionMatch {
  readonly construction: ConstructionEntry;
  /** The words that are wrong. */
  readonly words: WordRange;
  /** What to write in their place; empty where they go. */
  readonly write?: string;
  readonly message?: string;
}

/** The constructions of a rule in a sentence, in order; of those that begin at one word, the one that the packs give first. */
export function constructionsIn(
  sentence: Sentence,
  library: Library,
  rule: ConstructionRule,
): readonly ConstructionMatch[] {
  let found = foundIn.get(sentence);
  if (found?.library !== library) {
    found = { library, matches: allConstructions(sentence, library) };
    foundIn.set(sentence, found);
  }
  return found.matches.get(rule) ?? none;
}

/** One pass over a sentence finds the constructions of all rules. */
const foundIn = new WeakMap<Sentence, { readonly library: Library; readonly matches: Matches }>();

type Matches = ReadonlyMap<ConstructionRule, readonly ConstructionMatch[]>;

const none: readonly ConstructionMatch[] = [];

interface Candidate extends Compiled {
  readonly match: PatternMatch;
}

function allConstructions(sentence: Sentence, library: Library): Matches {
  const { words } = sentence;
  const byWord = constructionsOf(library);
  const byRule = new Map<ConstructionRule, Map<number, Candidate>>();
  for (let at = 0; at < words.length; at++) {
    for (const { compiled, least, most } of byWord.get((words[at] as Word).lower) ?? nothing) {
      for (let from = at - least; from >= 0 && from >= at - most; from--) {
        const match = compiled.matcher(words, from);
        if (match) keepFirst(byRule, { ...compiled, match });
      }
    }
  }
  return new Map(
    [...byRule].map(([rule, found]) => [
      rule,
      [...found.values()]
        .sort((a, b) => a.match.marked.first - b.match.marked.first)
        .map(({ entry, match }) => toConstruction(entry, match, sentence, library)),
    ]),
  );
}

const nothing: readonly Anchored[] = [];

/** Of candidates that begin at one word, the one that the packs give first stays. */
function keepFirst(byRule: Map<ConstructionRule, Map<number, Candidate>>, candidate: Candidate): void {
  const { entry, order, match } = candidate;
  let found = byRule.get(entry.rule);
  if (!found) {
    found = new Map();
    byRule.set(entry.rule, found);
  }
  const known = found.get(match.marked.first);
  if (!known || order < known.order) found.set(match.marked.first, candidate);
}

function toConstruction(
  construction: ConstructionEntry,
  match: PatternMatch,
  sentence: Sentence,
  library: Library,
): ConstructionMatch {
  const { write, message } = construction;
  const filled = (text: string): string =>
    text.replace(/\{(\d)\}/g, (_, group: string, at: number) => {
      const range = match.groups[Number(group) - 1];
      const printed = range ? textOf(sentence, range) : '';
      return at > 0 && range?.first === 0 ? withoutCapital(printed) : printed;
    });
  return {
    construction,
    words: match.marked,
    ...(write !== undefined && { write: withArticle(filled(write), library) }),
    ...(message !== undefined && { message: filled(message) }),
  };
}

/** `{a}` is "a" or "an", as the next word is said. */
function withArticle(text: string, library: Library): string {
  const written = text.replace(/\s+/g, ' ').trim();
  return written.replace(
    /^\{a\} (\S+)/,
    (_, next: string) => `${onsetOf(next, library) === 'vowel' ? 'an' : 'a'} ${next}`,
  );
}

/** What opened the sentence, further inside; abbreviations stay. */
function withoutCapital(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The text of some words as printed. */
export function textOf({ text, words }: Sentence, { first, behind }: WordRange): string {
  return first < behind ? text.slice(words[first]?.start, words[behind - 1]?.end) : '';
}

interface Compiled {
  readonly entry: ConstructionEntry;
  readonly matcher: Matcher;
  /** Its place in the packs. */
  readonly order: number;
}

/** A construction under a word that it cannot do without. It begins from `least` to `most` words before that word. */
interface Anchored {
  readonly compiled: Compiled;
  readonly least: number;
  readonly most: number;
}

const compiledOf = new WeakMap<Library, ReadonlyMap<string, Anchored[]>>();

/** Patterns are read when a library is first asked for them. */
function constructionsOf(library: Library): ReadonlyMap<string, Anchored[]> {
  let byWord = compiledOf.get(library);
  if (!byWord) {
    byWord = compile(library);
    compiledOf.set(library, byWord);
  }
  return byWord;
}

function compile(library: Library): Map<string, Anchored[]> {
  const byWord = new Map<string, Anchored[]>();
  for (const [order, entry] of library.constructions.entries()) {
    const pattern = parsePattern(entry.pattern);
    const anchor = rarestAnchor(pattern, library);
    const before = pattern.steps.slice(0, anchor);
    const anchored = {
      compiled: { entry, matcher: createMatcher(pattern, library.wordList), order },
      least: before.reduce((sum, step) => sum + leastOf(step), 0),
      most: before.reduce((sum, step) => sum + mostOf(step), 0),
    };
    for (const word of wordsOf(pattern.steps[anchor], library)) addTo(byWord, word, anchored);
  }
  return byWord;
}

/** The step whose words are the fewest and not in nearly every sentence, so that a pattern is seldom tried. */
function rarestAnchor({ steps }: Pattern, library: Library): number {
  const frequent = library.wordList('frequent');
  const costs = steps.map((step) =>
    isAnchor(step)
      ? [...wordsOf(step, library)].reduce((sum, word) => sum + (frequent.has(word) ? 100 : 1), 0)
      : Number.POSITIVE_INFINITY,
  );
  return costs.indexOf(Math.min(...costs));
}

function wordsOf(step: Step | undefined, library: Library): ReadonlySet<string> {
  if (!step || !isAnchor(step)) return new Set();
  return new Set(
    step.tests.flatMap(({ word, list }) => (word !== undefined ? [word] : [...library.wordList(list ?? '')])),
  );
}

function leastOf({ kind }: Step): number {
  return kind === 'one' || kind === 'other' ? 1 : 0;
}

function mostOf({ kind }: Step): number {
  if (kind === 'several') return mostRepeats;
  return kind === 'one' || kind === 'other' || kind === 'optional' ? 1 : 0;
}
