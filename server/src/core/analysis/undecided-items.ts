import type { NameMatch } from '../library/types';
import type { Reading } from '../text/reading';
import type { Span } from '../text/span';
import { caseSummary } from './case-summary';
import { type Ask, fact } from './fact';
import { itemAround } from './item-text';
import { namesMeantIn } from './misspelt-drugs';
import { isItem, openPart } from './open-parts';
import { decisionsOfReview, type ReviewDecision } from './review-decisions';
import { sentencesIn } from './sentences';

/** A treatment that the summary speaks of as in dispute and on which no block decides. */
export interface UndecidedItem {
  /** Its name, in the summary's prose. */
  readonly span: Span;
  /** The name as printed: `Zanaflex`. */
  readonly name: string;
  /** The request as a heading would name it: `Zanaflex 4mg #30`. */
  readonly item: string;
  /** `denied`: utilization review denied or cut it down. `requested`: a sentence about requests names it. */
  readonly kind: 'denied' | 'requested';
}

/** Each named once, those denied first; empty where the letter has no summary. */
export const undecidedItems = fact((ask): readonly UndecidedItem[] => {
  const reading = ask(caseSummary)?.prose;
  if (!reading) return [];
  const decided = ask(decisionsOfReview).filter(
    ({ kind, sentence }) =>
      kind === 'denied' || (kind === 'modified' && !granting.test(reading.text.slice(sentence.start, sentence.end))),
  );
  const meant = whatWasRequested(ask, reading, decided);
  const denied = itemsIn(
    ask,
    reading,
    'denied',
    (name) => deniedPart(decided, name, reading.text) ?? meant.find((span) => holds(span, name)),
  );
  const requests = requestsIn(ask, reading);
  const requested = itemsIn(ask, reading, 'requested', (name) => requests.find((span) => holds(span, name)));
  const known = new Set(denied.map(({ name }) => name.toLowerCase()));
  return [...denied, ...requested.filter(({ name }) => !known.has(name.toLowerCase()))];
});

/** Names for which `partOf` gives the part of the text that is about them, without those that a block decides. */
function itemsIn(
  ask: Ask,
  reading: Reading,
  kind: UndecidedItem['kind'],
  partOf: (name: NameMatch) => Span | undefined,
): UndecidedItem[] {
  const names = ask(namesMeantIn, reading);
  const seen = new Set<string>();
  return names.flatMap((name, i): UndecidedItem[] => {
    const part = isItem(name) ? partOf(name) : undefined;
    const open = part && openPart(ask, reading, names, i, part);
    if (!part || open === undefined) return [];
    const words = reading.text.slice(name.start, name.end);
    const until = Math.min(part.end, names.slice(i + 1).find(isItem)?.start ?? part.end);
    const item = open === 'all' ? itemAround(ask, reading, name, until) : `${words} of the ${open}`;
    const key = open === 'all' ? name.name : item;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ span: name, name: open === 'all' ? words : item, item, kind }];
  });
}

/** Where utilization review `denied the request` and no more is said, what the sentence before it asks authorization for. */
function whatWasRequested(ask: Ask, reading: Reading, decided: readonly ReviewDecision[]): Span[] {
  const { text } = reading;
  const sentences = ask(sentencesIn, reading);
  return decided.flatMap(({ kind, object, sentence }): Span[] => {
    const says = object.map(({ start, end }) => text.slice(start, end)).join('');
    const before = sentences[sentences.findIndex(({ start }) => start === sentence.start) - 1];
    if (kind !== 'denied' || !before || !/^ (?:the|this|these) requests?\W*$/i.test(says)) return [];
    const asks = /\b(?:requested authorization|authorization (?:was |is )?(?:requested )?) ?for\b/i.exec(
      text.slice(before.start, before.end),
    );
    return asks ? [{ start: before.start + asks.index + asks[0].length, end: before.end }] : [];
  });
}

function holds(outer: Span, { start, end }: Span): boolean {
  return outer.start <= start && end <= outer.end;
}

/** Of each sentence about a request, what follows the word. */
function requestsIn(ask: Ask, reading: Reading): Span[] {
  return ask(sentencesIn, reading).flatMap(({ start, end }) => {
    const word = requesting.exec(reading.text.slice(start, end));
    return word ? [{ start: start + word.index, end }] : [];
  });
}

const requesting = /\b(?:requests? (?:is|was|are|were|for)|requesting|treatment plan|disputed|in dispute|at issue)\b/i;

/** A sentence that lists what was granted beside what was not. */
const granting = /\b(?:accommodat|allowing|original request)/i;

/** What was denied and holds the name: the object of the verb, or in its reason what is `the requested`, or to be supported. */
function deniedPart(decided: readonly ReviewDecision[], { start, end }: NameMatch, text: string): Span | undefined {
  for (const { object, sentence, verb } of decided) {
    const part = object.find((span) => span.start <= start && end <= span.end);
    if (part && !aside.test(text.slice(part.start, start))) return part;
    if (
      sentence.start <= start &&
      end <= sentence.end &&
      verb.end < start &&
      /\brequested (?:use of )?(?:an? |the )?$|\bto (?:support|warrant|justify) (?:an?|the) (?:\w+ use of )?$/i.test(
        text.slice(start - 40, start),
      )
    )
      return { start, end };
  }
  return undefined;
}

/** What follows is the circumstance of a request, not the request. */
const aside =
  /\b(?:after|following|status post|despite|until|prior|previous|history of|failure of|trial of|response to|instead of|provided on|due to|as the)\b(?:(?! and )[^,;]){0,80}$/i;
