import type { DrugSpelling, NameMatch } from '../../library/types';
import { type Reading, toSourceSpan } from '../../text/reading';
import { replace } from '../edits';
import { defineLetterRule } from '../rule';

/** Behind a hyphen only that of a compound (`3%-Gabapentin`); before a stop only where a sentence was run on. */
const words = /(?:(?<![\w@/.'’-])|(?<=[%)]-))[A-Za-z]{4,}(?=(?:['’]s)?(?![\w@'’]|\.(?![A-Z][a-z])\w))/g;

/** A dose, a form or a number of tablets behind a name. */
const doseBehind =
  /^,? ?\(?(?:(?:ER|SR|XR|CR|DS|IR|ES|HCl)\b ?)?(?:\d+(?:[.,/-]\d+)* ?-?(?:mg|mcg|g|gm|ml|units?|%|milligrams?|micrograms?|tablets?|tabs?|capsules?)\b|\d+[-/]\d+|#|tablets?\b|tabs?\b|capsules?\b|patch|injections?\b|cream\b|gel\b|ointment\b|lotion\b)/i;
/** Words that a drug follows. */
const drugBefore =
  /\b(?:takes?|taking|took|prescrib(?:ed|ing|es)|prescriptions? (?:for|of)|medications?|medicines?|drugs?|opioids?|NSAIDs?|tried|trials? of|refills? (?:of|for)|start(?:ed|ing)(?: on)?|continu(?:e|ed|ing)(?: on)?|uses?|use of|using|used|received?|given|administered|doses? of|requests? for|generic(?: for)?|brand(?: name)?)(?:,? (?:includ(?:e|ed|es|ing)|such as|consist(?:s|ed) of|were|are|was|is|of|like))?[:,]? ?\(?$/i;
const drugBehind =
  /^ (?:was|were|is|are|has been|have been|had been) (?:also )?(?:prescribed|taken|tried|started|stopped|discontinued|refilled|requested|denied|certified|continued|used|given)\b|^ (?:prescription|medication|refills?|dose|dosage)\b/;
const listBefore = /(?:, (?:and |or )?| and | or |\/ ?| \(|; )$/;
const listBehind = /^(?:,| and | or | ?\/| \(|;|\))/;
/** How far a neighbour in a list may be, dose included. */
const listReach = 28;

export const misspeltDrug = defineLetterRule({
  code: 'IMR504',
  name: 'misspelt-drug',
  severity: 'warning',
  fix: 'review',
  summary: "A drug's name is misspelt.",
  why: 'The decision authorises or denies what is written: a name that no pharmacy knows, or that is nearly another drug, sends the parties to the wrong one (look-alike names are a known cause of medication errors).',
  repair:
    'Write the name as its label does. A drug that this tool does not know is added to the library by a pack of your own.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has taken Norco
10/325mg #60 (hydrocodne), Lunesta, Flexor and Sonata; gabapantin did not help. Tizandine 4 mg was tried. Utilization
              ^^^^^^^^^^
                                    ^^^^^^
                                                       ^^^^^^^^^^
                                                                                ^^^^^^^^^
review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The flexor tendons are
intact. She takes Norco 10/325mg #60, NSAIDs, opioids and Somas, uses a cane, and had acting lessons with Mr. Motran
in Modesto. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ letter, analysis }) {
    const { library } = analysis;
    const aboutReviewer = letter.sections.find((section) => section.kind === 'how-made')?.body;
    for (const reading of analysis.prose) {
      if (reading === aboutReviewer) continue;
      for (const match of analysis.matchesIn(reading, words)) {
        const meant = library.drugMeant(match[0]);
        if (!meant || !isDrugHere(reading, analysis.namesIn(reading), match, meant)) continue;
        const span = toSourceSpan(reading, { start: match.index, end: match.index + match[0].length });
        const meantNames = meant.names.map((name) => asWritten(name, match[0]));
        const known = meantNames.map((name) => `"${name}"`).join(' or ');
        yield {
          span,
          message: `"${match[0]}" is no drug that the library knows; ${known} is one letter or two away. What is authorised or denied must be named as its label names it. Write ${known} if that is meant.`,
          fixes: meantNames.map((name) => ({ title: `Write "${name}"`, kind: 'review', edits: [replace(span, name)] })),
        };
      }
    }
  },
});

/** The less a word looks like the name, the more its place must speak for a drug. */
function isDrugHere(
  { text }: Reading,
  names: readonly NameMatch[],
  match: RegExpExecArray,
  meant: DrugSpelling,
): boolean {
  const word = match[0];
  const start = match.index;
  const end = start + word.length;
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(end, end + 60);
  const neighbours = listNeighbours(text, names, start, end);
  const isCapital = /^[A-Z][a-z]/.test(word);
  const opensSentence = /(?:^|[.:;!?] )$/.test(before);
  const isPlaced = doseBehind.test(behind) || neighbours > 0 || drugBefore.test(before);
  if (meant.isWord) return isCapital && !opensSentence && (neighbours === 2 || (meant.distance === 1 && isPlaced));
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

/** In capitals, or small, as the misspelt word is. */
function asWritten(name: string, word: string): string {
  if (word === word.toUpperCase()) return name.toUpperCase();
  const isSmall = word === word.toLowerCase();
  return isSmall ? name.toLowerCase() : name.charAt(0).toUpperCase() + name.slice(1);
}
