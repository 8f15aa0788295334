import { caseDates, isSameDay } from '../../analysis/case-dates';
import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import { datesIn } from '../../analysis/date-mentions';
import { type Ask, fact } from '../../analysis/fact';
import { measuresIn } from '../../analysis/measures';
import { type VoicedSentence, voicesIn } from '../../analysis/sentence-voices';
import type { Measure } from '../../model/measures';
import { type Reading, toSourceSpan } from '../../text/reading';
import { hasWithin, type Span, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const numberNotInSummary = defineBlockRule({
  code: 'IMR419',
  name: 'number-not-in-summary',
  severity: 'information',
  fix: null,
  reads: 'items',
  summary: 'The rationale rests on a number or date of this patient that the summary does not give.',
  why: 'Whoever reads the summary must be able to check the facts that decide the item. A number that only the rationale gives is either missing there or wrong here. A plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Check the number against the record. Add it to the summary or correct it.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has had physical
therapy. Utilization review on 12/07/2016 denied 6 visits of physical therapy.`,
        blocks: `Physical therapy, 6 visits: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical
medicine treatment.

Decision rationale: The MTUS allows up to 10 visits. The injured worker has completed 14 visits since
                                                                                      ^^^^^^^^^
11/30/2016. The request is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has had physical
therapy twice a week for seven weeks. Utilization review on 12/07/2016 denied 6 visits of physical therapy.`,
        blocks: `Physical therapy, 6 visits: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical
medicine treatment.

Decision rationale: The MTUS allows up to 10 visits. The injured worker has completed 14 visits. With the
6 visits requested, she would exceed 10 visits. The request is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const summary = ask(caseSummary)?.prose;
    if (!summary?.text) return;
    const { body } = block.fields.rationale;
    for (const sentence of ask(voicesIn, body)) {
      const [first, ...others] = isOfRecord(ask, body, sentence) ? numbersOnlyIn(ask, body, sentence) : [];
      if (!first) continue;
      yield {
        span: toSourceSpan(body, first),
        message: `"${body.text.slice(first.start, first.end)}" is not in the summary.`,
        related: others.map((other) => ({ span: toSourceSpan(body, other), message: 'Nor is this' })),
      };
    }
  },
});

/** The sentence reports what happened to this patient, and neither weighs it against a limit nor says what might be. */
function isOfRecord(ask: Ask, body: Reading, sentence: VoicedSentence): boolean {
  if (sentence.voice !== 'case' || sentence.advises) return false;
  const concepts = ask(conceptsIn, body);
  const others = ['number.of-another', 'verb.conditional', 'verb.tentative', 'voice.source'] as const;
  return (
    hasWithin(concepts.of('number.of-patient'), sentence) && others.every((id) => !hasWithin(concepts.of(id), sentence))
  );
}

/** The numbers of a sentence that neither summary nor headings give, in text order. */
function numbersOnlyIn(ask: Ask, body: Reading, sentence: Span): Span[] {
  const known = ask(numbersOfCase);
  const measures = spansWithin(ask(measuresIn, body), sentence).filter(
    (measure) => !hasWithinDate(ask, body, measure) && isUnknown(measure, known),
  );
  const dates = spansWithin(ask(datesIn, body), sentence).filter(
    ({ day, iso }) => day !== null && iso !== null && !known.days.some((other) => isSameDay(other, iso)),
  );
  const measured = spansWithin(ask(conceptsIn, body).of('number.measured'), sentence).filter(
    (words) => !known.measured.has(plain(body.text, words)),
  );
  return [...measures, ...dates, ...measured].sort((a, b) => a.start - b.start);
}

function hasWithinDate(ask: Ask, body: Reading, measure: Span): boolean {
  return ask(datesIn, body).some(({ start, end }) => start <= measure.start && measure.end <= end);
}

/** A measure of a kind that a summary would repeat, and does not. */
function isUnknown(measure: Measure, { counts, strengths }: NumbersOfCase): boolean {
  if (measure.kind === 'quantity' && measure.of === 'session') {
    return !counts.has(measure.count) && !isSum(measure.count, counts);
  }
  return measure.kind === 'strength' && measure.values.some((value) => !strengths.has(value));
}

function isSum(count: number, counts: ReadonlySet<number>): boolean {
  for (const part of counts) if (counts.has(count - part)) return true;
  return false;
}

function plain(text: string, { start, end }: Span): string {
  return text.slice(start, end).toLowerCase();
}

interface NumbersOfCase {
  /** Numbers with their units, as printed: `40 degrees`. */
  readonly measured: ReadonlySet<string>;
  /** Of visits and other sessions. */
  readonly counts: ReadonlySet<number>;
  readonly strengths: ReadonlySet<number>;
  /** As ISO dates. */
  readonly days: readonly string[];
}

/** The numbers that summary, headings and header give; what they make together counts too. */
const numbersOfCase = fact((ask): NumbersOfCase => {
  const summary = ask(caseSummary)?.prose;
  const readings = [...(summary ? [summary] : []), ...ask.letter.blocks.map(({ heading }) => heading.item.reading)];
  const measures = readings.flatMap((reading) => ask(measuresIn, reading));
  const counts = measures.flatMap((measure) => {
    if (measure.kind === 'quantity') return [measure.count, measure.least];
    if (measure.kind !== 'frequency') return [];
    return [
      ...measure.times,
      ...(measure.weeks === null ? [] : measure.times.map((times) => times * (measure.weeks ?? 0))),
    ];
  });
  const strengths = measures.flatMap((measure) => (measure.kind === 'strength' ? measure.values : []));
  const header = Object.values(ask(caseDates).header).map(({ iso }) => iso);
  const days = [...readings.flatMap((reading) => ask(datesIn, reading).map(({ iso }) => iso)), ...header];
  const measured = readings.flatMap((reading) =>
    ask(conceptsIn, reading)
      .of('number.measured')
      .map((words) => plain(reading.text, words)),
  );
  return {
    measured: new Set(measured),
    counts: new Set(counts),
    strengths: new Set(strengths),
    days: [...new Set(days)].filter((day) => day !== null && day !== undefined),
  };
});
