import type { NameMatch } from '../library/types';
import type { Reading } from '../text/reading';
import { contains, type Span, span, spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn, endingAt } from './concepts';
import { type Ask, fact } from './fact';
import { itemAround } from './item-text';
import { namesMeantIn } from './misspelled-drugs';
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
  const partlyGranted = ask(conceptsIn, reading).of('request.partly-granted');
  const decided = ask(decisionsOfReview).filter(
    ({ kind, sentence }) =>
      kind === 'denied' || (kind === 'modified' && spansWithin(partlyGranted, sentence).length === 0),
  );
  const meant = whatWasRequested(ask, reading, decided);
  const denied = itemsIn(
    ask,
    reading,
    'denied',
    (name) => deniedPart(ask, reading, decided, name) ?? meant.find((span) => contains(span, name)),
  );
  const requests = requestsIn(ask, reading);
  const requested = itemsIn(ask, reading, 'requested', (name) => requests.find((span) => contains(span, name)));
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
    const part = isItem(ask, reading, name) ? partOf(name) : undefined;
    const open = part && openPart(ask, reading, names, i, part);
    if (!part || open === undefined) return [];
    const words = reading.text.slice(name.start, name.end);
    const until = Math.min(
      part.end,
      names.slice(i + 1).find((other) => isItem(ask, reading, other))?.start ?? part.end,
    );
    const item = open === 'all' ? itemAround(ask, reading, name, until) : `${words} of the ${open}`;
    const key = open === 'all' ? name.name : item;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ span: name, name: open === 'all' ? words : item, item, kind }];
  });
}

/** Where utilization review `denied the request` and no more is said, what the sentence before it asks authorization for. */
function whatWasRequested(ask: Ask, reading: Reading, decided: readonly ReviewDecision[]): Span[] {
  const concepts = ask(conceptsIn, reading);
  const sentences = ask(sentencesIn, reading);
  const isBare = (object: Span): boolean =>
    spansWithin(concepts.of('request.bare'), object).some(
      (words) => !/\w/.test(reading.text.slice(object.start, words.start) + reading.text.slice(words.end, object.end)),
    );
  return decided.flatMap(({ kind, object, sentence }): Span[] => {
    const before = sentences[sentences.findIndex(({ start }) => start === sentence.start) - 1];
    if (kind !== 'denied' || !before || object.length !== 1 || !object.every(isBare)) return [];
    const [asks] = spansWithin(concepts.of('request.authorization'), before);
    return asks ? [span(asks.end, before.end)] : [];
  });
}

/** Of each sentence about a request, what follows the word. */
function requestsIn(ask: Ask, reading: Reading): Span[] {
  const disputed = ask(conceptsIn, reading).of('request.disputed');
  return ask(sentencesIn, reading).flatMap((sentence) => {
    const [words] = spansWithin(disputed, sentence);
    return words ? [span(words.start, sentence.end)] : [];
  });
}

/** What was denied and holds the name: the object of the verb, or in its reason what is `the requested`, or to be supported. */
function deniedPart(ask: Ask, reading: Reading, decided: readonly ReviewDecision[], name: Span): Span | undefined {
  const { text } = reading;
  const concepts = ask(conceptsIn, reading);
  for (const { object, sentence, verb } of decided) {
    const part = object.find((each) => contains(each, name));
    const aside = part && spansWithin(concepts.of('request.circumstance'), span(part.start, name.start)).at(-1);
    if (part && !(aside && reachesTo(text, aside, name.start))) return part;
    const isReason = contains(sentence, name) && verb.end < name.start;
    if (isReason && endingAt(text, concepts.of('request.supported'), name.start)) return span(name.start, name.end);
  }
  return undefined;
}

/** A circumstance goes on to the next comma, semicolon or `and`. */
function reachesTo(text: string, { end }: Span, at: number): boolean {
  return at - end <= 80 && !/[,;]| and /.test(text.slice(end, at));
}
