import { addTo } from '../text/groups';
import { matchAt } from '../text/matches';
import { once } from '../text/once';
import { checkPhrase, replacementFor, sourceOf } from '../text/phrase-pattern';
import type { PhraseEntry, PhraseUse } from './entries';
import { GLUED, MARK, type Tokens } from './lexicon/tokens';
import type { PhraseMatch } from './types';
import { byWord as aboutWords, type Words } from './words';

/** Phrases by the words that they can begin with. */
export interface PhraseIndex {
  /** Those that can begin with a token: number of a list in `lists`. */
  readonly listOf: (words: Words, word: number) => number;
  readonly lists: readonly (readonly CompiledPhrase[])[];
}

interface CompiledPhrase {
  readonly phrase: PhraseEntry;
  /** Sticky: matches where it is told to. Compiled when a text first holds a word that the phrase can begin with. */
  readonly expression: () => RegExp;
}

export function indexPhrases(phrases: Iterable<PhraseEntry>): PhraseIndex {
  const byWord = new Map<string, CompiledPhrase[]>();
  const anywhere: CompiledPhrase[] = [];
  for (const phrase of phrases) {
    if (checkPhrase(phrase.pattern) !== undefined) continue;
    const compiled = { phrase, expression: once(() => new RegExp(sourceOf(phrase.pattern), 'iuy')) };
    const words = firstWords(phrase.pattern);
    if (!words) anywhere.push(compiled);
    for (const word of words ?? []) addTo(byWord, word, compiled);
  }
  const numbers = new Map([...byWord.keys()].map((word, i) => [word, i + 1]));
  return {
    listOf: aboutWords((word) => numbers.get(word.toLowerCase()) ?? 0),
    lists: [anywhere, ...[...byWord.values()].map((own) => [...own, ...anywhere])],
  };
}

/** Every phrase in a reading text, in order; of one use the longest of those that begin at one place, not overlapping. */
export function matchPhrases({ listOf, lists }: PhraseIndex, tokens: Tokens): PhraseMatch[] {
  const { text, count, starts, words, flags, vocabulary } = tokens;
  const found: PhraseMatch[] = [];
  const covered = new Map<PhraseUse, number>();
  for (let token = 0; token < count; token++) {
    const candidates = lists[listOf(vocabulary, words[token] as number)] ?? [];
    if (candidates.length === 0 || ((flags[token] as number) & (GLUED | MARK)) !== 0) continue;
    const at = starts[token] as number;
    const before = found.length;
    for (const { phrase, expression } of candidates) {
      if ((covered.get(phrase.use) ?? 0) > at) continue;
      const match = phraseAt(phrase, expression(), text, at);
      if (match) addLongest(found, before, match);
    }
    for (const { phrase, end } of found.slice(before)) covered.set(phrase.use, end);
  }
  return found;
}

function phraseAt(phrase: PhraseEntry, pattern: RegExp, text: string, at: number): PhraseMatch | undefined {
  const match = matchAt(text, pattern, at);
  if (!match || match[0] === '') return undefined;
  const { replacement } = phrase;
  const mended = replacement !== undefined && { replacement: replacementFor(replacement, match) };
  return { start: at, end: at + match[0].length, phrase, ...mended };
}

/** Of the matches from `first` on, which begin at one place, the longest of each use is kept. */
function addLongest(found: PhraseMatch[], first: number, match: PhraseMatch): void {
  for (let i = first; i < found.length; i++) {
    const other = found[i] as PhraseMatch;
    if (other.phrase.use !== match.phrase.use) continue;
    if (match.end > other.end) found[i] = match;
    return;
  }
  found.push(match);
}

/** The tokens that a match can begin with, in lower case; undefined for any. */
function firstWords(pattern: string): string[] | undefined {
  const words: string[] = [];
  let rest = pattern;
  while (rest.startsWith('{')) {
    const end = rest.indexOf('}');
    const inner = rest.slice(1, end);
    const isOptional = inner.startsWith('?');
    if (inner === 'word' || inner.startsWith('!')) return undefined;
    for (const choice of (isOptional ? inner.slice(1) : inner).split('|')) {
      const word = wordAtStart(choice);
      if (word === undefined) return undefined;
      words.push(word);
    }
    if (!isOptional) return words;
    rest = rest.slice(end + 1).trimStart();
  }
  const word = wordAtStart(rest);
  return word === undefined ? undefined : [...words, word];
}

/** Undefined where a choice may go on inside the word: `prescrib{e|ed}`. */
function wordAtStart(text: string): string | undefined {
  const word = /^(?:\p{L}+|\p{N}+)/u.exec(text)?.[0];
  if (word === undefined) return undefined;
  const behind = /^\{[?!]?([^{}]*)\}(.?)/u.exec(text.slice(word.length));
  const followers = behind ? [...(behind[1] ?? '').split('|'), behind[2] ?? ''] : [];
  return followers.some((next) => /^[\p{L}\p{N}]/u.test(next)) ? undefined : word.toLowerCase();
}
