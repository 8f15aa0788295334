import type { ConceptId } from '../library/lexicon/generated/concept-id';
import type { DateMention } from '../model/dates';
import { toSourceSpan } from '../text/reading';
import { hasWithin, type Span, span, spanAround, spansWithin } from '../text/span';
import type { StatedDate } from './case-dates';
import { caseSummary } from './case-summary';
import { beginningAt, conceptsIn, isMadeUpOf } from './concepts';
import { datesIn } from './date-mentions';
import { fact, textFact } from './fact';
import { sentencesIn } from './sentences';

/** How far a visit or request may be from its date. */
const reach = 90;

/** The dates of the summary that are those of visits or their reports, and of requests for authorization, whole days only. */
export interface RecordDates {
  readonly visits: readonly StatedDate[];
  readonly requests: readonly StatedDate[];
}

/** Returns the dates of visits and of requests for authorization that the summary gives, in text order. */
export const recordDates = fact((ask): RecordDates => {
  const summary = ask(caseSummary)?.prose;
  if (!summary) return { visits: [], requests: [] };
  const state = ({ text, iso, start, end }: DateMention): StatedDate => ({
    text,
    iso,
    span: toSourceSpan(summary, { start, end }),
  });
  return {
    visits: ask(visitDatesIn, summary).map(state),
    requests: ask(requestDatesIn, summary).map(state),
  };
});

const requestDatesIn = textFact((_, __, of): DateMention[] =>
  of(wholeDaysIn).filter((date) => of(linkToDate)(date, 'request.form', 'request.date-link', 'request.of-date')),
);

const visitDatesIn = textFact((_, __, of): DateMention[] => {
  const concepts = of(conceptsIn);
  const requests = new Set(of(requestDatesIn));
  return of(wholeDaysIn).filter((date) => {
    const sentence = spanAround(of(sentencesIn), date);
    if (!sentence || requests.has(date) || hasWithin(concepts.of('visit.earlier'), sentence)) return false;
    return of(linkToDate)(date, 'visit.record', 'visit.date-link', 'visit.of-date');
  });
});

const wholeDaysIn = textFact((_, __, of): DateMention[] =>
  of(datesIn).filter(({ day, iso }) => day !== null && iso !== null),
);

/** `progress note dated …`, or `On …, the patient reported`. */
const linkToDate = textFact((text, _, of) => {
  const concepts = of(conceptsIn);
  return (date: Span, before: ConceptId, links: ConceptId, behind: ConceptId): boolean => {
    const matters = spansWithin(concepts.of(before), span(Math.max(0, date.start - reach), date.start));
    if (matters.some(({ end }) => isMadeUpOf(text, concepts.of(links), span(end, date.start)))) return true;
    const from = date.end + (text.charAt(date.end) === ',' ? 1 : 0);
    const opens = /\b(?:On|on a|On a) $/.test(text.slice(Math.max(0, date.start - 6), date.start));
    return opens && beginningAt(text, concepts.of(behind), from) !== undefined;
  };
});
