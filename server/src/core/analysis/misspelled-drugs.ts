import type { ConceptMatches } from '../library/lexicon/lexicon';
import type { DrugSpelling, Library, NameMatch } from '../library/types';
import { once } from '../text/once';
import type { Reading } from '../text/reading';
import { type Span, spanBefore, spanBehind } from '../text/span';
import { beginningAt, conceptsIn, endingAt, tokensIn } from './concepts';
import { fact, textFact } from './fact';
import { namesIn } from './names';

/** A word that is nearly a drug's name, where a drug is meant. Offsets are those of the text searched. */
export interface MisspelledDrug extends Span {
  readonly word: string;
  readonly meant: DrugSpelling;
}

/** Words that are nearly a drug's name where a drug is meant. */
export const misspelledDrugsIn = textFact((text, library, of): readonly MisspelledDrug[] => {
  const tokens = of(tokensIn);
  return library.drugsMeant(tokens).flatMap(({ token, meant }) => {
    word.lastIndex = tokens.starts[token] as number;
    const match = word.exec(text);
    if (!match) return [];
    const found = { word: match[0], start: match.index, end: match.index + match[0].length, meant };
    return isDrugHere(text, of(namesIn), () => of(conceptsIn), found) ? [found] : [];
  });
});

/** What misspelled drug names stand for. */
const meantIn = textFact((_, library, of): readonly NameMatch[] => namesMeant(library, of(misspelledDrugsIn)));

/** The names of `namesIn`, and what misspelled ones stand for: what the text means, however it is spelled. */
export const namesMeantIn = fact((ask, reading: Reading): readonly NameMatch[] => {
  const meant = ask(meantIn, reading);
  const names = ask(namesIn, reading);
  return meant.length === 0 ? names : [...names, ...meant].sort((a, b) => a.start - b.start);
});

/** What a misspelled name stands for where it can be one only. */
function namesMeant(library: Library, misspelled: readonly MisspelledDrug[]): NameMatch[] {
  return misspelled.flatMap(({ start, end, meant }) => {
    const [name, another] = meant.names;
    const match = name !== undefined && another === undefined ? library.matchNames(name)[0] : undefined;
    return match ? [{ ...match, start, end, sure: true }] : [];
  });
}

/** The text with the names that were meant, to see what it asks for. */
export const withNamesMeant = textFact((text, _, of): string => {
  let corrected = '';
  let at = 0;
  for (const { start, end, name } of of(meantIn)) {
    corrected += text.slice(at, start) + name;
    at = end;
  }
  return corrected + text.slice(at);
});

/** Behind a hyphen only that of a compound (`3%-Gabapentin`); before a stop only where a sentence was run on. */
const word = /(?:(?<![\w@/.'’-])|(?<=[%)]-))[A-Za-z]{4,}(?=(?:['’]s)?(?![\w@'’]|\.(?![A-Z][a-z])\w))/y;

const listBefore = /(?:, (?:and |or )?| and | or |\/ ?| \(|; )$/;
const listBehind = /^(?:,| and | or | ?\/| \(|;|\))/;
/** How far a neighbor in a list may be, dose included. */
const listReach = 28;

/** The less a word looks like the name, the more its place must speak for a drug. */
function isDrugHere(
  text: string,
  names: readonly NameMatch[],
  concepts: () => ConceptMatches,
  found: MisspelledDrug,
): boolean {
  const { word, start, end, meant } = found;
  const neighbors = listNeighbors(text, names, start, end);
  const isCapital = /^[A-Z][a-z]/.test(word);
  const opensSentence = /(?:^|[.:;!?] )$/.test(text.slice(Math.max(0, start - 2), start));
  const behindComma = text.charAt(end) === ',' ? end + 1 : end;
  const isPlaced = once(
    () =>
      neighbors > 0 ||
      beginningAt(text, concepts().of('drug.dose'), behindComma) !== undefined ||
      endingAt(text, concepts().of('drug.told-before'), start) !== undefined,
  );
  if (meant.isWord) {
    if (opensSentence)
      return isCapital && meant.distance === 1 && beginningAt(text, concepts().of('drug.strength'), end) !== undefined;
    return isCapital && (neighbors === 2 || (meant.distance === 1 && isPlaced()));
  }
  const isAlone = meant.names.length === 1;
  if (isAlone && (word.length >= 9 || (word.length >= 7 && meant.distance === 1))) return true;
  if (isPlaced() || beginningAt(text, concepts().of('drug.told-behind'), end))
    return meant.distance === 1 || word.length >= 6;
  return isAlone && word.length >= 5 && meant.distance === 1 && isCapital && !opensSentence;
}

/** On how many sides the word stands in a list beside a drug: 0, 1 or 2. */
function listNeighbors(text: string, names: readonly NameMatch[], start: number, end: number): number {
  const isDrug = ({ kind, sure }: NameMatch): boolean =>
    sure && (kind === 'drug' || kind === 'brand' || kind === 'generic');
  const before = spanBefore(names, start);
  const behind = spanBehind(names, end);
  const joins = (from: number, to: number): boolean => to - from <= listReach && !/[.!?]\s/.test(text.slice(from, to));
  const left = before && isDrug(before) && joins(before.end, start) && listBefore.test(text.slice(before.end, start));
  const right = behind && isDrug(behind) && joins(end, behind.start) && listBehind.test(text.slice(end, behind.start));
  return (left ? 1 : 0) + (right ? 1 : 0);
}
