import { caseDates } from '../../analysis/case-dates';
import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { voicesIn } from '../../analysis/sentence-voices';
import { countPattern, toNumber } from '../../model/numbers';
import { type Reading, toSourceSpan } from '../../text/reading';
import { hasWithin, type Span, spanAround } from '../../text/span';
import { defineLetterRule } from '../rule';

export const longerThanInjury = defineLetterRule({
  code: 'IMR427',
  name: 'longer-than-injury',
  severity: 'warning',
  fix: null,
  reads: 'case',
  summary: 'A treatment of this injury is said to have lasted longer than the time since the injury.',
  why: 'Long use decides many requests. A time longer than the claim comes from another case, or the date of injury is wrong. A plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Look the time up in the record, or say that the treatment began before this injury.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has been taking
Norco for over three years. Utilization review on 12/07/2016 denied the request for Norco 10/325mg #60.
      ^^^^^^^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {},
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has been taking
Norco for two weeks. Before the injury she had used it for three years. She has smoked for ten years. She has been prescribed Norco for the
next two years. Utilization review on 12/07/2016 denied the request for Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask }) {
    const { dateOfInjury: injury, decisionDate, urDenialDate } = ask(caseDates).header;
    const until = decisionDate?.iso ?? urDenialDate?.iso;
    if (!injury?.iso || !until) return;
    const elapsed = monthsBetween(injury.iso, until);
    const requested = new Set(ask.letter.blocks.flatMap(({ heading }) => lengthsIn(ask, heading.item.reading)));
    for (const reading of textsOf(ask)) {
      for (const at of ask(conceptsIn, reading).of('time.length')) {
        const months = monthsIn(reading.text.slice(at.start, at.end));
        if (!(months > elapsed * slack + 1) || requested.has(months) || !isOfThisInjury(ask, reading, at)) continue;
        const span = toSourceSpan(reading, at);
        yield {
          span,
          message: `"${reading.text.slice(at.start, at.end)}" is longer than the time since the injury of ${injury.text}.`,
          related: [{ span: injury.span, message: `Date of injury in the header: ${injury.text}` }],
        };
      }
    }
  },
});

/** Times are rounded up: five months are said to be half a year. */
const slack = 1.25;

function textsOf(ask: Ask): readonly Reading[] {
  const summary = ask(caseSummary)?.prose;
  return [...(summary ? [summary] : []), ...ask.letter.blocks.map(({ fields }) => fields.rationale.body)];
}

function lengthsIn(ask: Ask, reading: Reading): readonly number[] {
  return ask(conceptsIn, reading)
    .of('time.length')
    .map(({ start, end }) => monthsIn(reading.text.slice(start, end)));
}

function monthsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (30.44 * 24 * 60 * 60 * 1000);
}

const length = new RegExp(`(${countPattern})[- ](day|week|month|year)s?`, 'i');

function monthsIn(words: string): number {
  const [, count, unit = ''] = length.exec(words) ?? [];
  const perUnit: Readonly<Record<string, number>> = { day: 1 / 30.44, week: 7 / 30.44, month: 1, year: 12 };
  return toNumber(count) * (perUnit[unit.toLowerCase()] ?? Number.NaN);
}

/** The sentence tells that this patient has been treated, and neither goes back before the injury nor speaks of something else. */
function isOfThisInjury(ask: Ask, reading: Reading, at: Span): boolean {
  const sentence = spanAround(ask(voicesIn, reading), at);
  if (sentence?.voice !== 'case' || sentence.advises) return false;
  const concepts = ask(conceptsIn, reading);
  if (!hasWithin(concepts.of('use.treatment'), sentence)) return false;
  const others = ['use.other-cause', 'verb.conditional', 'verb.tentative', 'study.not-done'] as const;
  return others.every((id) => !hasWithin(concepts.of(id), sentence));
}
