// A search for phrases by the words of a text, which needs no tokens: what the one on tokens is held to.

import type { PhraseEntry, PhraseUse } from '../../server/src/core/library/entries';
import type { PhraseMatch } from '../../server/src/core/library/types';
import { matchesIn } from '../../server/src/core/text/matches';
import { once } from '../../server/src/core/text/once';
import { checkPhrase, replacementFor, sourceOf } from '../../server/src/core/text/phrase-pattern';

/** Phrases by the words that they can begin with, in lower case. */
export interface PhraseIndex {
  readonly byWord: ReadonlyMap<string, readonly CompiledPhrase[]>;
  /** Those that begin with any word. */
  readonly anywhere: readonly CompiledPhrase[];
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
    for (const word of words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), compiled]);
  }
  return { byWord, anywhere };
}

/** Every phrase in a reading text, in order; of one use the longest of those that begin at one place, not overlapping. */
export function matchPhrases({ byWord, anywhere }: PhraseIndex, text: string): PhraseMatch[] {
  const found: PhraseMatch[] = [];
  const covered = new Map<PhraseUse, number>();
  for (const word of matchesIn(text, /[\p{L}\p{N}]+/gu)) {
    const candidates = byWord.get(word[0].toLowerCase());
    if (!candidates && anywhere.length === 0) continue;
    const free = [...(candidates ?? []), ...anywhere].filter(
      ({ phrase }) => (covered.get(phrase.use) ?? 0) <= word.index,
    );
    for (const match of longestOfEachUse(free, text, word.index)) {
      found.push(match);
      covered.set(match.phrase.use, match.end);
    }
  }
  return found;
}

function longestOfEachUse(candidates: readonly CompiledPhrase[], text: string, at: number): Iterable<PhraseMatch> {
  const best = new Map<PhraseUse, PhraseMatch>();
  for (const { phrase, expression } of candidates) {
    const pattern = expression();
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const end = at + (match?.[0].length ?? 0);
    if (!match || end <= (best.get(phrase.use)?.end ?? at)) continue;
    const { replacement } = phrase;
    const mended = replacement !== undefined && { replacement: replacementFor(replacement, match) };
    best.set(phrase.use, { start: at, end, phrase, ...mended });
  }
  return best.values();
}

/** The words that a match can begin with; undefined for any word. */
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
  const word = /^[\p{L}\p{N}]+/u.exec(text)?.[0];
  if (word === undefined) return undefined;
  const behind = /^\{[?!]?([^{}]*)\}(.?)/u.exec(text.slice(word.length));
  const followers = behind ? [...(behind[1] ?? '').split('|'), behind[2] ?? ''] : [];
  return followers.some((next) => /^[\p{L}\p{N}]/u.test(next)) ? undefined : word.toLowerCase();
}
