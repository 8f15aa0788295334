import { type DateMention, findDates } from '../model/dates';
import type { HeaderField, Letter } from '../model/letter';
import { type Reading, toSourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { caseSummary } from './case-summary';
import { datesIn } from './date-mentions';
import { fact } from './fact';
import { decisionVerbs, speaksOfReview } from './review-decisions';
import { sentencesIn } from './sentences';

const reviewer =
  /\b(?:utilization reviews?|UR\b|claims administrator|(?:prior|previous|original|initial) (?:review|determination|denial|decision)|denial)/i;
/** What may stand between the review or its verb and its date. */
const reviewLink =
  /(?:utilization reviews?|\bUR|\breview|\bdetermination|\bdenial|\bdecision|\bdenied(?: certification)?|certified|certification|\bmodified|\breviewed|\bmedically necessary)(?: \(\w[\w ]{0,30}\))?(?:(?: for the requests? below)?,? (?:report|documentation|form|letter|notice|decision|is|was|has been|made|with a decision date|by utilization review))*,?(?: dated| on| of| from| date of)*,? ?\(?$/i;
const reviewBehind = /^,? (?:the )?(?:original )?(?:utilization review|UR\b|claims administrator)/i;

/** Those dates of a text that its sentences give to the utilization review itself, not to the request or the service. */
function reviewDates(text: string, sentences: readonly Span[], dates: readonly DateMention[]): DateMention[] {
  return sentences.flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    const inside = dates.filter((date) => sentence.start <= date.start && date.end <= sentence.end);
    if (inside.length === 0 || !speaksOfReview(words)) return [];
    const linked = inside.filter((date) => {
      const before = text.slice(Math.max(sentence.start, date.start - 90), date.start);
      return (
        reviewLink.test(before) || (/\bOn $/.test(before) && reviewBehind.test(text.slice(date.end, date.end + 60)))
      );
    });
    if (linked.length > 0) return linked;
    const opens = /^On $/i.test(words.slice(0, (inside[0]?.start ?? 0) - sentence.start));
    return opens && reviewer.test(words) && new RegExp(decisionVerbs).test(words) ? inside.slice(0, 1) : [];
  });
}

/** `injury on`, `date of injury of`, `claim from`, `injured in a fall on`. */
const injuryBefore =
  /\b(?:injur(?:y|ies|ed)|DOI|(?:occupational|outpatient|industrial|work)[ -](?:claim|accident|incident|exposure|trauma))(?:,? (?:date|in|a|an|at|work|while|working|by|his|her|the|motor|vehicle|accident|fall|occurred|occurring|is|was|sustained|which|that|happened|dated))*:?,? ?(?:on|of|from|dated|\(|:)* ?(?:or about )?\(?$/i;
const injuryBehind =
  /^(?:,? | - )(?:date of (?:injury|the injury|accident)|DOI\b|(?:work|industrial)[- ](?:related )?injury|motor vehicle accident|injury\b)/i;
/** A report of it, the time after it, or another injury. */
const otherMatter =
  /\b(?:reports?|illness)\b|\b(?:after|since|following) (?:the|his|her|this) (?:\w+ )?injury|\b(?:prior|previous|old|another|second|subsequent|non-?industrial|childhood|similar|last|first) (?:\w+ )?(?:injur(?:y|ies)|claim|accident|incident)\b/i;

/** Those dates of a text that are given as the day of the injury. */
function injuryDates(text: string, dates: readonly DateMention[]): DateMention[] {
  return dates.filter((date) => {
    const before = text.slice(Math.max(0, date.start - 80), date.start);
    const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
    if (otherMatter.test(clause.slice(-60))) return false;
    return injuryBefore.test(clause) || injuryBehind.test(text.slice(date.end, date.end + 40));
  });
}

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
    state(rationale.body, injuryDates(rationale.body.text, ask(datesIn, rationale.body)), index),
  );
  return {
    header: headerDates(letter),
    injury: [...(summary ? state(summary, injuryDates(summary.text, ask(datesIn, summary))) : []), ...inRationales],
    review: summary ? state(summary, reviewDates(summary.text, ask(sentencesIn, summary), ask(datesIn, summary))) : [],
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
