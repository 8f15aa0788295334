import type { DrugSpelling, Library, NameMatch } from '../library/types';
import { matchesIn } from '../text/matches';
import type { Reading } from '../text/reading';
import type { Span } from '../text/span';
import { fact, textFact } from './fact';
import { namesIn } from './names';

/** A word that is nearly a drug's name, where a drug is meant. Offsets are those of the text searched. */
export interface MisspeltDrug extends Span {
  readonly word: string;
  readonly meant: DrugSpelling;
}

/** Words that are nearly a drug's name where a drug is meant. */
export const misspeltDrugsIn = textFact((text, library): readonly MisspeltDrug[] => findMisspelt(library, text));

/** What misspelled drug names stand for. */
const meantIn = textFact((text, library): readonly NameMatch[] => namesMeant(library, findMisspelt(library, text)));

/** The names of `namesIn`, and what misspelled ones stand for: what the text means, however it is spelled. */
export const namesMeantIn = fact((ask, reading: Reading): readonly NameMatch[] => {
  const meant = ask(meantIn, reading);
  const names = ask(namesIn, reading);
  return meant.length === 0 ? names : [...names, ...meant].sort((a, b) => a.start - b.start);
});

function findMisspelt(library: Library, text: string): MisspeltDrug[] {
  let known: readonly NameMatch[] | undefined;
  const names = (): readonly NameMatch[] => {
    known ??= library.matchNames(text);
    return known;
  };
  return matchesIn(text, words).flatMap((match) => {
    const meant = library.drugMeant(match[0]);
    if (!meant) return [];
    const found = { word: match[0], start: match.index, end: match.index + match[0].length, meant };
    return isDrugHere(text, names, found) ? [found] : [];
  });
}

/** What a misspelt name stands for where it can be one only. */
function namesMeant(library: Library, misspelt: readonly MisspeltDrug[]): NameMatch[] {
  return misspelt.flatMap(({ start, end, meant }) => {
    const [name, another] = meant.names;
    const match = name !== undefined && another === undefined ? library.matchNames(name)[0] : undefined;
    return match ? [{ ...match, start, end, sure: true }] : [];
  });
}

/** The text with the names that were meant, to see what it asks for. */
export function withNamesMeant(library: Library, text: string): string {
  let corrected = '';
  let at = 0;
  for (const { start, end, name } of namesMeant(library, findMisspelt(library, text))) {
    corrected += text.slice(at, start) + name;
    at = end;
  }
  return corrected + text.slice(at);
}

/** Behind a hyphen only that of a compound (`3%-Gabapentin`); before a stop only where a sentence was run on. */
const words = /(?:(?<![\w@/.'’-])|(?<=[%)]-))[A-Za-z]{4,}(?=(?:['’]s)?(?![\w@'’]|\.(?![A-Z][a-z])\w))/g;

/** A dose, a form or a number of tablets behind a name. */
const doseBehind =
  /^,? ?\(?(?:(?:ER|SR|XR|CR|DS|IR|ES|HCl)\b ?)?(?:\d+(?:[.,/-]\d+)* ?-?(?:mg|mcg|g|gm|ml|units?|%|milligrams?|micrograms?|tablets?|tabs?|capsules?)\b|\d+[-/]\d+|#|tablets?\b|tabs?\b|capsules?\b|patch|injections?\b|cream\b|gel\b|ointment\b|lotion\b)/i;
/** Words that a drug follows. */
const drugBefore =
  /\b(?:takes?|taking|took|prescrib(?:ed|ing|es)|prescriptions? (?:for|of)|medications?|medicines?|drugs?|opioids?|NSAIDs?|tried|trials? of|refills? (?:of|for)|start(?:ed|ing)(?: on)?|continu(?:e|ed|ing)(?: on)?|uses?|use of|usage of|using|used|utiliz(?:es|ed|ing)|received?|given|administered|doses? of|requests? for|generic(?: for)?|brand(?: name)?)(?:,? (?:includ(?:e|ed|es|ing)|such as|consist(?:s|ed) of|were|are|was|is|of|like))?[:,]? ?\(?$/i;
const strengthBehind = /^ \d+(?:\.\d+)? ?(?:mg|mcg)\b/;
const drugBehind =
  /^ (?:is|was) (?:associated|indicated|recommended|approved)\b|^ (?:was|were|is|are|has been|have been|had been) (?:also )?(?:prescribed|taken|tried|started|stopped|discontinued|refilled|requested|denied|certified|continued|used|given)\b|^ (?:prescription|medication|refills?|dose|dosage)\b/;
const listBefore = /(?:, (?:and |or )?| and | or |\/ ?| \(|; )$/;
const listBehind = /^(?:,| and | or | ?\/| \(|;|\))/;
/** How far a neighbour in a list may be, dose included. */
const listReach = 28;

/** The less a word looks like the name, the more its place must speak for a drug. */
function isDrugHere(text: string, names: () => readonly NameMatch[], found: MisspeltDrug): boolean {
  const { word, start, end, meant } = found;
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(end, end + 60);
  const neighbours = listNeighbours(text, names(), start, end);
  const isCapital = /^[A-Z][a-z]/.test(word);
  const opensSentence = /(?:^|[.:;!?] )$/.test(before);
  const isPlaced = doseBehind.test(behind) || neighbours > 0 || drugBefore.test(before);
  if (meant.isWord) {
    if (opensSentence) return isCapital && meant.distance === 1 && strengthBehind.test(behind);
    return isCapital && (neighbours === 2 || (meant.distance === 1 && isPlaced));
  }
  const isAlone = meant.names.length === 1;
  if (isAlone && (word.length >= 9 || (word.length >= 7 && meant.distance === 1))) return true;
  if (isPlaced || drugBehind.test(behind)) return meant.distance === 1 || word.length >= 6;
  return isAlone && word.length >= 5 && meant.distance === 1 && isCapital && !opensSentence;
}

/** On how many sides the word stands in a list beside a drug: 0, 1 or 2. */
function listNeighbours(text: string, names: readonly NameMatch[], start: number, end: number): number {
  const isDrug = ({ kind, sure }: NameMatch): boolean =>
    sure && (kind === 'drug' || kind === 'brand' || kind === 'generic');
  const before = names.findLast((name) => name.end <= start);
  const behind = names.find((name) => name.start >= end);
  const joins = (from: number, to: number): boolean => to - from <= listReach && !/[.!?]\s/.test(text.slice(from, to));
  const left = before && isDrug(before) && joins(before.end, start) && listBefore.test(text.slice(before.end, start));
  const right = behind && isDrug(behind) && joins(end, behind.start) && listBehind.test(text.slice(end, behind.start));
  return (left ? 1 : 0) + (right ? 1 : 0);
}
