import type { ConceptId } from '../library/lexicon/generated/concept-id';
import type { ConceptMatches } from '../library/lexicon/lexicon';
import type { DateMention } from '../model/dates';
import { matchAt, matchesBehind, matchesIn } from '../text/matches';
import { type Reading, toSourceSpan } from '../text/reading';
import { redacted } from '../text/redacted';
import { type Span, span, spanBehind, spansApart } from '../text/span';
import { conceptsIn } from './concepts';
import { datesIn } from './date-mentions';
import { fact, textFact } from './fact';
import { runningText, textLeftOut } from './running-text';

/** What takes the place of each kind of identifier, by its description as messages say it. */
export const identifierPlaceholders = {
  'a name of the patient': redacted('PATIENT'),
  'initials of the patient': redacted('PATIENT'),
  'a birth date': redacted('BIRTH DATE'),
  'another birth date': redacted('DIFFERENT BIRTH DATE'),
  'a social security number': redacted('SOCIAL SECURITY NUMBER'),
  'a telephone number': redacted('TELEPHONE NUMBER'),
  'an e-mail address': redacted('E-MAIL ADDRESS'),
  'a postal address': redacted('ADDRESS'),
  'a claim, record or file number': redacted('NUMBER'),
  'the number of another case': redacted('CASE NUMBER'),
} as const;

export type IdentifierDescription = keyof typeof identifierPlaceholders;

export interface Identifier extends Span {
  readonly description: IdentifierDescription;
}

/** A kind of identifier; what is to be redacted is the group `id` of its pattern, or all of it. */
interface IdentifierKind {
  readonly description: IdentifierDescription;
  /** A phrase that the pattern stands right behind; the pattern is sticky then, and global otherwise. */
  readonly label?: ConceptId;
  readonly pattern: RegExp;
  /** Without this the pattern finds nothing. */
  readonly cue?: RegExp;
}

const kinds: readonly IdentifierKind[] = [
  {
    description: 'a social security number',
    cue: /\d-\d\d-\d/,
    pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
  },
  {
    description: 'a social security number',
    label: 'identifier.social-security',
    pattern: /[ :#]{0,3}(?:is |of )?(?<id>[\dXx*]{3}[- ][\dXx*]{2}[- ]\d{4}|[\dXx*-]{0,8}\d{4})(?!\d)/y,
  },
  {
    description: 'a telephone number',
    cue: /\d[-.]\d{4}/,
    pattern:
      /(?<![\w.-])(?:\+?1[-. ])?(?:\((?!8(?:00|33|44|55|66|77|88))\d{3}\) ?|(?!8(?:00|33|44|55|66|77|88))[2-9]\d{2}[-.])\d{3}[-.]\d{4}(?![\w-])/g,
  },
  {
    description: 'a telephone number',
    label: 'identifier.telephone',
    pattern: /[ :#]{1,3}(?:is |at )?(?:\+?1[-. ])?(?<id>\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4})(?!\d)/y,
  },
  {
    description: 'an e-mail address',
    cue: /@/,
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g,
  },
  { description: 'a postal address', cue: /box/i, pattern: /\bP\.? ?O\.? Box \d{1,7}\b/gi },
  {
    description: 'a name of the patient',
    label: 'identifier.title',
    pattern: /\.? (?<id>[A-Z][a-z'’-]{1,20}(?: [A-Z][a-z'’-]{1,20})?)(?![\w])/y,
  },
  {
    description: 'a name of the patient',
    label: 'identifier.name',
    pattern: /:? (?<id>[A-Z][a-z'’-]{1,20},? [A-Z][a-z'’-]{1,20})(?![\w])/y,
  },
  {
    // `Patient: Jane Roe`: a label has a capital.
    description: 'a name of the patient',
    label: 'identifier.person',
    pattern: /(?<=\b[A-Z][a-z]{1,20}): {0,3}(?<id>[A-Z][a-z'’-]{1,20},? [A-Z][a-z'’-]{1,20})(?![\w])/y,
  },
  {
    description: 'initials of the patient',
    label: 'identifier.person',
    pattern: /,? ?\(?(?<id>(?!M\. ?D\.|[DPR]\. ?[ACNOT]\.)[A-Z]\. ?(?:[A-Z]\. ?)?[A-Z]\.)/y,
  },
  {
    description: 'initials of the patient',
    label: 'identifier.title',
    pattern: /\.? (?<id>[A-Z]\.(?: ?[A-Z]\.){0,2})(?!\w)/y,
  },
  {
    description: 'initials of the patient',
    label: 'identifier.initials',
    pattern: / ?(?<id>[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)?)/y,
  },
  {
    description: 'a claim, record or file number',
    label: 'identifier.file',
    pattern: /[:#.]{0,2} ?(?:is |of )?(?<id>[A-Z]{0,5}[-\d]{0,20}\d{3}[-\d]{0,20})(?![\w])/iy,
  },
  {
    description: 'a claim, record or file number',
    label: 'identifier.license',
    pattern: /:? ?(?:is )?(?<id>[A-Z]?\d{5,9})\b/iy,
  },
  {
    description: 'a claim, record or file number',
    label: 'identifier.record',
    pattern: /[ :#]{0,3}(?<id>[A-Z]{0,3}-?\d[\d-]{2,14}\d)\b/iy,
  },
  { description: 'a claim, record or file number', cue: /ADJ/, pattern: /\bADJ ?\d{5,9}\b/g },
];

/** What can identify a person in the running text, with spans of the source; the letter's own case number is none. */
export const personalIdentifiers = fact((ask): readonly Identifier[] => {
  const caseNumber = ask.letter.header?.fields.caseNumber?.text ?? '';
  const otherCase = caseNumber === '' ? undefined : likeNumber(caseNumber);
  const inLetter = ask(runningText).flatMap((reading) => {
    const others = otherCase ? matchesIn(reading.text, otherCase) : [];
    const found = [
      ...ask(identifiersIn, reading),
      ...others.map((match) => ({ ...spanOf(match), description: 'the number of another case' as const })),
    ].filter(({ start, end }) => reading.text.slice(start, end) !== caseNumber);
    return inSource(reading, found);
  });
  // The number of the case is what page lines are there for.
  const leftOut = ask(textLeftOut).flatMap((reading) =>
    inSource(
      reading,
      ask(identifiersIn, reading).filter(({ description }) => description !== 'a claim, record or file number'),
    ),
  );
  return [...inLetter, ...leftOut];
});

function inSource(reading: Reading, found: readonly Identifier[]): Identifier[] {
  return spansApart(found).map((each) => ({ ...each, ...toSourceSpan(reading, each) }));
}

/** Numbers that are written as this one: the same letters, other digits. */
function likeNumber(number: string): RegExp {
  const pattern = number.replace(/[^A-Za-z\d]/g, '\\$&').replace(/\d/g, '\\d');
  return new RegExp(`(?<![\\w-])${pattern}(?![\\w-])`, 'g');
}

/** What looks like an identifier in a text, of every kind; spans are those of the text. */
const identifiersIn = textFact((text, _, of): readonly Identifier[] => {
  const concepts = of(conceptsIn);
  return [
    ...kinds.flatMap((kind) => ofKind(text, concepts, kind)),
    ...addresses(text, concepts),
    ...initialsOfAged(text, concepts),
    ...birthDates(text, concepts, of(datesIn)),
  ];
});

function ofKind(
  text: string,
  concepts: ConceptMatches,
  { description, label, cue, pattern }: IdentifierKind,
): Identifier[] {
  if (cue?.test(text) === false) return [];
  const matches = label ? matchesBehind(text, concepts.of(label), pattern) : matchesIn(text, pattern);
  return matches.map((match) => ({ description, ...spanOf(match) }));
}

/** Of the group `id`, which ends its match, where the pattern has one. */
function spanOf(match: RegExpExecArray): Span {
  const end = match.index + match[0].length;
  return span(end - (match.groups?.id ?? match[0]).length, end);
}

const houseAndStreet = /(?<![\w/.#-])\d{1,6}(?: [NSEW]\.?)?(?: (?:[A-Z][a-z'’]{1,20}|\d{1,3}(?:st|nd|rd|th))){1,4} $/;
const town = /\b[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}, ?$/;
const postalCode = /,? \d{5}(?:-\d{4})?\b/y;
/** How far back an address begins before its street or state. */
const reach = 100;

/** `12 North Elm Street`, `Fresno, CA 93701` */
function addresses(text: string, concepts: ConceptMatches): Identifier[] {
  const before = (pattern: RegExp, at: number): number => {
    const words = pattern.exec(text.slice(Math.max(0, at - reach), at))?.[0];
    return words === undefined ? -1 : at - words.length;
  };
  const streets = concepts.of('address.street').map((street) => {
    const end = text.charAt(street.end - 1) === ',' ? street.end - 1 : street.end;
    return span(before(houseAndStreet, street.start), end);
  });
  const towns = concepts.of('address.state').map((state) => {
    const code = matchAt(text, postalCode, state.end);
    return span(code ? before(town, state.start) : -1, state.end + (code?.[0].length ?? 0));
  });
  return [...streets, ...towns].flatMap((found) =>
    found.start < 0 ? [] : [{ description: 'a postal address', ...found }],
  );
}

const initialsBefore = /(?<![\w.])[A-Z]\. ?[A-Z]\. $/;

/** `J. D. is a 44 year old cook` */
function initialsOfAged(text: string, concepts: ConceptMatches): Identifier[] {
  return concepts.of('identifier.aged').flatMap(({ start }) => {
    const words = initialsBefore.exec(text.slice(Math.max(0, start - 8), start))?.[0];
    if (words === undefined) return [];
    return [{ description: 'initials of the patient', start: start - words.length, end: start - 1 }];
  });
}

const joining = /[ :,]{1,3}(?:(?:is|was|of|on) )?/y;
/** Between two birth dates that were both put down. */
const alternative = /,? (?:and|or) /y;

/** A second date that is not the first one gets words of its own, so that the redacted text still says that they differ. */
function birthDates(text: string, concepts: ConceptMatches, dates: readonly DateMention[]): Identifier[] {
  const dateBehind = (joint: RegExp, at: number): DateMention | undefined => {
    const words = matchAt(text, joint, at);
    const date = words && spanBehind(dates, at + words[0].length);
    return words && date && date.start === at + words[0].length && date.day !== null ? date : undefined;
  };
  const found = concepts.of('identifier.birth').flatMap(({ end }) => {
    const first = dateBehind(joining, end);
    const second = dateBehind(alternative, first?.end ?? endOfRedacted(text, end));
    return [first, second].flatMap((date) => date ?? []);
  });
  const isRedacted = text.includes(identifierPlaceholders['a birth date']);
  return found.map(({ start, end, iso }) => {
    const isFirst = !isRedacted && iso === found[0]?.iso;
    return { description: isFirst ? 'a birth date' : 'another birth date', start, end };
  });
}

/** The end of a birth date behind `at` that is redacted already. */
function endOfRedacted(text: string, at: number): number {
  const start = at + (matchAt(text, joining, at)?.[0].length ?? 0);
  const placeholder = identifierPlaceholders['a birth date'];
  return text.startsWith(placeholder, start) ? start + placeholder.length : at;
}
