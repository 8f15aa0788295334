import { type DateMention, findDates } from '../model/dates';
import type { CaseHeader } from '../model/letter';
import { compareText } from '../text/compare-text';
import { type Reading, toSourceSpan } from '../text/reading';
import { type Span, spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn } from './concepts';
import { datesIn } from './date-mentions';
import { type Ask, fact } from './fact';
import { sentencesIn } from './sentences';

/** When treatment was requested, as near as the letter tells. */
export interface RequestDate {
  /** `2016-12-07`. */
  readonly iso: string;
  /** What the date is that of. */
  readonly of: 'ur-denial' | 'application' | 'latest-record';
  readonly span: Span;
}

/**
 * The header's utilization review denial, which follows a request by days, else its application; without a header the
 * utilization review that the summary tells of, else the summary's latest date. Undefined where no date is given.
 */
export const dateOfRequest = fact((ask): RequestDate | undefined => {
  const { header } = ask.letter;
  const summary = ask(caseSummary);
  const denial = ofHeader(header, 'urDenialDate', 'ur-denial');
  const application = ofHeader(header, 'applicationReceived', 'application');
  // A denial after the determination itself is a slip, which another rule tells.
  const decision = findDates(header?.fields.decisionDate?.text ?? '')[0]?.iso;
  const isSlip = denial && application && decision && denial.iso > decision;
  return (isSlip ? application : denial) ?? application ?? (summary && ofSummary(summary.prose, ask));
});

function ofHeader(
  header: CaseHeader | undefined,
  key: 'urDenialDate' | 'applicationReceived',
  of: RequestDate['of'],
): RequestDate | undefined {
  const field = header?.fields[key];
  const iso = findDates(field?.text ?? '')[0]?.iso;
  return field && isPlausible(iso) ? { iso, of, span: field.span } : undefined;
}

function ofSummary(prose: Reading, ask: Ask): RequestDate | undefined {
  const dates = ask(datesIn, prose).filter((date) => date.day !== null && isPlausible(date.iso));
  const latest = (among: readonly DateMention[]): DateMention | undefined =>
    among.toSorted((a, b) => compareText(a.iso ?? '', b.iso ?? '')).at(-1);
  const about = ask(conceptsIn, prose).of('review.about');
  const reviews = ask(sentencesIn, prose).filter((sentence) => spansWithin(about, sentence).length > 0);
  const ofReview = latest(dates.filter((date) => reviews.some((s) => s.start <= date.start && date.end <= s.end)));
  const date = ofReview ?? latest(dates);
  if (!date?.iso) return undefined;
  return { iso: date.iso, of: ofReview ? 'ur-denial' : 'latest-record', span: toSourceSpan(prose, date) };
}

/** Utilization review as it is decided here began in 2004. */
function isPlausible(iso: string | null | undefined): iso is string {
  return typeof iso === 'string' && '2004' <= iso && iso < '2040';
}
