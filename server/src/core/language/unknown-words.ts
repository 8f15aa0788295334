import type { Ask } from '../analysis/fact';
import { namesIn } from '../analysis/names';
import type { Library } from '../library/types';
import { keptByText } from '../text/kept-by-text';
import { matchesIn } from '../text/matches';
import { hasOverlapping, type Span } from '../text/span';
import type { Dictionary } from './dictionary';
import type { Sentence } from './sentence';

/** A word that neither the dictionary nor the packs have. Offsets are those of the sentence's text. */
export interface UnknownWord extends Span {
  readonly word: string;
}

/** The unknown words of a sentence, in order: no abbreviations, no parts of addresses and codes. Kept by the sentence's text. */
export function unknownWordsIn(ask: Ask, { text, reading }: Sentence, dictionary: Dictionary): readonly UnknownWord[] {
  const notes = ask.notesOn(text);
  const known = notes.get(dictionary) as readonly UnknownWord[] | undefined;
  if (known) return known;
  const knows = knownWords(ask.library, dictionary);
  const unknown = matchesIn(text, words).flatMap(({ index: start, 0: word }): UnknownWord[] => {
    const end = start + word.length;
    if (knows(word) || isPartOfCode(text, start, end)) return [];
    if (isPartOfHyphenated(text, start, end, dictionary)) return [];
    return hasOverlapping(ask(namesIn, reading), { start, end }) ? [] : [{ word, start, end }];
  });
  notes.set(dictionary, unknown);
  return unknown;
}

/** Answers for words of so many UTF-16 units are kept: some 20,000 words. */
const mostUnits = 160_000;

const answersOf = new WeakMap<Library, WeakMap<Dictionary, (printed: string) => boolean>>();

/** Whether library or dictionary has a word. Letters use the same words, so answers are kept. */
function knownWords(library: Library, dictionary: Dictionary): (printed: string) => boolean {
  const ofLibrary = answersOf.get(library) ?? new WeakMap<Dictionary, (printed: string) => boolean>();
  answersOf.set(library, ofLibrary);
  let knows = ofLibrary.get(dictionary);
  if (!knows) {
    knows = keptByText(
      (printed) => isKnown(printed, library, dictionary),
      () => mostUnits,
    );
    ofLibrary.set(dictionary, knows);
  }
  return knows;
}

const words = /[A-Za-z]{4,}(?:['’][A-Za-z]{1,3}(?![A-Za-z]))?/g;

/** Digits, and the marks of addresses, stand beside it. */
function isPartOfCode(text: string, start: number, end: number): boolean {
  return (
    /[\w@/\\#&.'’\u00c0-\u024f]/.test(text.charAt(start - 1)) ||
    /^(?:[\w@\\\u00c0-\u024f]|[.'’]\w)/.test(text.slice(end, end + 2))
  );
}

/** A short part, or one of a word that was parted at the end of a line: `inter-vention`, `radicul- opathy`. */
function isPartOfHyphenated(text: string, start: number, end: number, dictionary: Dictionary): boolean {
  const before = /[A-Za-z]{0,20}(?=- ?$)/.exec(text.slice(Math.max(0, start - 24), start))?.[0];
  const behind = /^(?:- ?)([A-Za-z]{0,20})/.exec(text.slice(end, end + 24))?.[1];
  if (before === undefined && behind === undefined) return false;
  const word = text.slice(start, end);
  return (
    word.length < shortestPart ||
    (before !== undefined && dictionary.knows(before + word)) ||
    (behind !== undefined && dictionary.knows(word + behind))
  );
}

const shortestPart = 6;

function isKnown(printed: string, { spellings, prefixes }: Library, dictionary: Dictionary): boolean {
  const word = printed.replace(/['’].*/s, '');
  const isLoud = word === word.toUpperCase();
  // `MRIs`, `DeQuervain`
  if (!isLoud && /[A-Z]/.test(word.slice(1))) return true;
  if (isLoud && word.length <= longestAbbreviation) return true;
  const lower = word.toLowerCase();
  const has = (each: string): boolean =>
    dictionary.knows(each) || spellings.has(each) || spellings.has(each.toLowerCase());
  if (has(word) || (/(?<!s|x|z|ch|sh)s$/.test(lower) && has(word.slice(0, -1)))) return true;
  if (lower.endsWith('ies') && has(lower.replace(/ies$/, 'y'))) return true;
  // `electroneurographic`, of `electroneurography`
  if (/(?:ic|ics|ical|ically)$/.test(lower) && has(lower.replace(/ic(?:s|al|ally)?$/, 'y'))) return true;
  for (let length = 2; length <= lower.length - shortestBase; length++) {
    if (!prefixes.has(lower.slice(0, length))) continue;
    const base = lower.slice(length);
    if (has(base) || (base.endsWith('s') && has(base.slice(0, -1)))) return true;
  }
  return false;
}

const longestAbbreviation = 6;
/** What follows a prefix has at least so many letters. */
const shortestBase = 4;
