import type { ConceptMatches } from '../library/lexicon/lexicon';
import { type DateMention, findDates } from '../model/dates';
import type { HeaderField, Letter } from '../model/letter';
import { type Reading, toSourceSpan } from '../text/reading';
import { type Span, span, spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { beginningAt, conceptsIn, isMadeUpOf } from './concepts';
import { datesIn } from './date-mentions';
import { fact, textFact } from './fact';
import { reviewSentencesIn } from './review-decisions';

/** How far the injury or the review may be from its date. */
const reach = 90;

/** Those dates of a text that its sentences give to the utilization review itself, not to the request or the service. */
const reviewDatesIn = textFact((text, _, of): DateMention[] => {
  const concepts = of(conceptsIn);
  return of(reviewSentencesIn).flatMap((sentence) => {
    const inside = spansWithin(of(datesIn), sentence);
    const linked = inside.filter(
      (date) => isLinked(text, concepts, date, sentence.start) || isOnDate(text, concepts, date),
    );
    if (linked.length > 0) return linked;
    const opens = /^On $/i.test(text.slice(sentence.start, inside[0]?.start));
    const says = (spans: readonly Span[]): boolean => spansWithin(spans, sentence).length > 0;
    return opens && says(concepts.of('review.or-denial')) && says(concepts.family('decision'))
      ? inside.slice(0, 1)
      : [];
  });
});

/** `utilization review (of the knee) report dated …` */
function isLinked(text: string, concepts: ConceptMatches, date: Span, from: number): boolean {
  const acts = spansWithin(concepts.of('review.act'), span(Math.max(from, date.start - reach), date.start));
  const links = concepts.of('review.date-link');
  return acts.some(({ end }) => {
    const aside = /^ \(\w[\w ]{0,30}\)/.exec(text.slice(end, date.start))?.[0].length ?? 0;
    return isMadeUpOf(text, links, span(end + aside, date.start));
  });
}

/** `On …, the utilization review` */
function isOnDate(text: string, concepts: ConceptMatches, date: Span): boolean {
  const behind = date.end + (text.charAt(date.end) === ',' ? 1 : 0);
  return (
    /\bOn $/.test(text.slice(Math.max(0, date.start - 4), date.start)) &&
    beginningAt(text, concepts.of('review.of-date'), behind) !== undefined
  );
}

/** Those dates of a text that are given as the day of the injury. */
const injuryDatesIn = textFact((text, _, of): DateMention[] => {
  const concepts = of(conceptsIn);
  if (!concepts.has('injury.of-date') && !concepts.has('injury.event')) return [];
  return of(datesIn).filter((date) => {
    const from = Math.max(0, date.start - reach);
    const before = text.slice(from, date.start);
    const stop = Math.max(before.lastIndexOf('.'), before.lastIndexOf(';'));
    const clause = span(from + stop + 1, date.start);
    if (spansWithin(concepts.of('injury.other-matter'), clause).some(({ end }) => end > date.start - near))
      return false;
    const links = concepts.of('injury.date-link');
    const events = spansWithin(concepts.of('injury.event'), clause);
    if (events.some(({ end }) => isMadeUpOf(text, links, span(end, date.start)))) return true;
    const behind = date.end + (/^(?:,| -)/.exec(text.slice(date.end, date.end + 2))?.[0].length ?? 0);
    return beginningAt(text, concepts.of('injury.of-date'), behind) !== undefined;
  });
});

/** How far another matter may be from a date that is then its own. */
const near = 60;

/** A date that stands in the letter, with its source span. */
export interface StatedDate {
  readonly text: string;
  /** `2016-11-13`, or `2016-11` where no day is given; null where the calendar has no such date. */
  readonly iso: string | null;
  readonly span: Span;
  /** Index of the block whose rationale states it. */
  readonly block?: number;
}

/** The dates of the case: of the header, and as summary and rationales tell them. */
export interface CaseDates {
  readonly header: Readonly<Partial<Record<HeaderField['key'], StatedDate>>>;
  readonly injury: readonly StatedDate[];
  readonly review: readonly StatedDate[];
}

/** The dates of the case in header, summary and rationales. */
export const caseDates = fact((ask): CaseDates => {
  const { letter } = ask;
  const summary = ask(caseSummary)?.prose;
  const state = (reading: Reading, dates: readonly DateMention[], block?: number): StatedDate[] =>
    dates.map(({ text, iso, start, end }) => ({
      text,
      iso,
      span: toSourceSpan(reading, { start, end }),
      ...(block !== undefined && { block }),
    }));
  const inRationales = letter.blocks.flatMap(({ index, fields: { rationale } }) =>
    state(rationale.body, ask(injuryDatesIn, rationale.body), index),
  );
  return {
    header: headerDates(letter),
    injury: [...(summary ? state(summary, ask(injuryDatesIn, summary)) : []), ...inRationales],
    review: summary ? state(summary, ask(reviewDatesIn, summary)) : [],
  };
});

function headerDates({ header }: Letter): Partial<Record<HeaderField['key'], StatedDate>> {
  const dates: Partial<Record<HeaderField['key'], StatedDate>> = {};
  for (const { key, span, text } of Object.values(header?.fields ?? {})) {
    const [date] = findDates(text);
    if (date && key !== 'caseNumber') dates[key] = { text: date.text, iso: date.iso, span };
  }
  return dates;
}

/** True where one of two ISO dates is the other, or the month it lies in. */
export function isSameDay(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && (a.startsWith(b) || b.startsWith(a));
}
