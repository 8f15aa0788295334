import type { Ask } from '../analysis/fact';
import {
  type IdentifierDescription,
  identifierPlaceholders,
  personalIdentifiers,
} from '../analysis/personal-identifiers';
import { reviewerNames, reviewerPlaceholder } from '../analysis/reviewer-names';
import { applyEdits, type TextEdit } from '../text/edit';
import { isEmpty, type Span, spansApart } from '../text/span';

/** What is replaced. */
type RedactedKind = IdentifierDescription | 'reviewer';

const placeholders: Readonly<Record<RedactedKind, string>> = {
  ...identifierPlaceholders,
  reviewer: reviewerPlaceholder,
};

/** Words for one and for many. */
const inWords: Readonly<Record<RedactedKind, readonly [one: string, many: string]>> = {
  'a name of the patient': ['name of the patient', 'names of the patient'],
  'initials of the patient': ['initials of the patient', 'initials of the patient'],
  'a birth date': ['birth date', 'birth dates'],
  'another birth date': ['different birth date', 'different birth dates'],
  'a social security number': ['social security number', 'social security numbers'],
  'a telephone number': ['telephone number', 'telephone numbers'],
  'an e-mail address': ['e-mail address', 'e-mail addresses'],
  'a postal address': ['postal address', 'postal addresses'],
  'a claim, record or file number': ['claim, record, or file number', 'claim, record, or file numbers'],
  'the number of another case': ['number of another case', 'numbers of other cases'],
  reviewer: ['name or license of the reviewer', 'names or licenses of the reviewer'],
};

/** A letter without what identifies a person. */
export interface RedactedLetter {
  readonly text: string;
  /** How many places of each kind were replaced, as `2 telephone numbers`, in the order in which they first stand. */
  readonly replaced: readonly string[];
  /** How many in all. */
  readonly count: number;
}

/** A placeholder may uncover what stood in the shadow of another; more rounds than this would be a fault of ours. */
const mostRounds = 10;

/**
 * Replaces what IMR601 and IMR602 find, whatever their settings and suppressions, and the same full names and long numbers wherever else
 * they stand. All other text stays as it is, and redacting the result again changes nothing. `read` reads a text as a letter.
 */
export function redactLetter(text: string, read: (text: string) => Ask): RedactedLetter {
  const counts = new Map<RedactedKind, number>();
  let current = text;
  for (let round = 0; round < mostRounds; round++) {
    const places = placesIn(current, read(current));
    if (places.length === 0) break;
    for (const { kind } of places) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    current = applyEdits(
      current,
      places.map(({ kind, ...span }): TextEdit => ({ span, newText: placeholders[kind] })),
    );
  }
  const replaced = [...counts].map(([kind, n]) => `${n} ${inWords[kind][n === 1 ? 0 : 1]}`);
  return { text: current, replaced, count: [...counts.values()].reduce((sum, n) => sum + n, 0) };
}

interface Place extends Span {
  readonly kind: RedactedKind;
}

/** In text order, none of them overlapping. */
function placesIn(text: string, ask: Ask): Place[] {
  const found: Place[] = [
    ...ask(reviewerNames).map((span) => ({ ...span, kind: 'reviewer' as const })),
    ...ask(personalIdentifiers).map(({ description, ...span }) => ({ ...span, kind: description })),
  ];
  const caseNumber = ask.letter.header?.fields.caseNumber?.text;
  return spansApart([...found, ...repeatsOf(found, text, caseNumber)]).filter((place) => !isEmpty(place));
}

/** A full name or a long number says the same of a person where no label stands before it. A shorter one may be any word or year. */
function repeatsOf(found: readonly Place[], text: string, caseNumber: string | undefined): Place[] {
  const kindOf = new Map<string, RedactedKind>();
  for (const { start, end, kind } of found) {
    const words = text.slice(start, end);
    if (words !== caseNumber && isTelling(words) && !kindOf.has(words)) kindOf.set(words, kind);
  }
  return [...kindOf].flatMap(([words, kind]) => repeats(words, text).map((span) => ({ ...span, kind })));
}

function isTelling(words: string): boolean {
  const digits = words.replace(/\D/g, '').length;
  return digits >= 6 || /^[^\s,]{2,},? [^\s,]{2,}/.test(words);
}

function repeats(words: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    const isWhole = !/[\w-]/.test(text.charAt(start - 1)) && !/[\w-]/.test(text.charAt(end));
    if (isWhole) spans.push({ start, end });
  }
  return spans;
}
