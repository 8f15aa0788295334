import { amountTexts } from '../../analysis/amount-texts';
import { type Conflict, findConflicts, hasTotal, totalOf } from '../../analysis/amounts';
import { caseSummary } from '../../analysis/case-summary';
import { type Ask, fact } from '../../analysis/fact';
import { grantsOf } from '../../analysis/grants';
import { measuresIn, measuresOf } from '../../analysis/measures';
import { portionFaultOf } from '../../analysis/portions';
import { type Restatement, restatementsOf } from '../../analysis/restatements';
import type { DecisionBlock } from '../../model/letter';
import type { Measure } from '../../model/measures';
import { findMisreadAmounts, findUnequalFigures } from '../../model/misread';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { toSourceSpan } from '../../text/reading';
import { defineBlockRule } from '../rule';

export const itemMismatch = defineBlockRule({
  code: 'IMR402',
  name: 'item-mismatch',
  severity: 'warning',
  fix: 'review',
  reads: 'items',
  summary: 'Strength, quantity, frequency, or refills differ between the heading and another statement of the request.',
  why: 'The claims administrator authorizes what the heading says, within five working days (8 CCR 9792.10.7). If the summary or the conclusion has another strength or number, nobody knows what was decided.',
  repair: 'Look up the request for authorization and make all places agree.',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #90: Upheld
               ^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The records of the injured worker show no gain in function with Norco, which
should be weaned. The request for Norco 10-325 mg #60 is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 denied the request for physical therapy three times a week for two weeks.`,
        blocks: `Physical therapy 2 times a week for 6 weeks for the neck: Upheld
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical
medicine treatment.

Decision rationale: The MTUS allows ten visits, and the injured worker has had eleven. The request is
not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 denied the request for physical therapy.`,
        blocks: `Physical therapy 2 times a week for 6 weeks (18 sessions) for the neck: Upheld
                                             ^^^^^^^^^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical
medicine treatment.

Decision rationale: The MTUS allows ten visits, and the injured worker has had eleven. The request is
not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. On 12/07/2016 utilization
review modified Ibuprofen 600mg #90 and authorized #30; the remaining portion is #60.`,
        blocks: `Ibuprofen 600mg #90 was the original request. Ibuprofen 600mg #60 was authorized by the Claims Administrator. The
                                                              ^^^
remaining IMR eligible portion of the original request, Ibuprofen 600mg #30 is: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs (non-steroidal
anti-inflammatory drugs).

Decision rationale: The MTUS asks for short use, and the injured worker has taken ibuprofen for twelve (10) months. The request for
                                                                                                ^^^^^^^^^^^
Ibuprofen 600mg #30 is not medically necessary.

Prilosec 20mg #3O: Upheld
              ^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs (non-steroidal
anti-inflammatory drugs).

Decision rationale: The stomach of the injured worker is well. The request for Prilosec 20mg #30 is not medically necessary.

Twelve physical therapy sessions three times a week for three weeks (12 sessions): Upheld
                                                                     ^^^^^^^^^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment.

Decision rationale: The injured worker has had eleven visits. The request is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She took Norco
5/325mg #30 in the first month. The request for authorization was for Norco 10-325 mg #60. On
12/07/2016 utilization review modified the request for Norco 10/325 #60 to Norco 10/325 #30.`,
        blocks: `Norco 10/325mg #60 was the original request. Norco 10/325mg #30 was authorized by the Claims
Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #30 is: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The records of the injured worker show no gain in function with Norco, which
should be weaned. The request for Norco 10/325mg #30 is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has had 4
sessions of physical therapy. Utilization review on 12/07/2016 denied the request for 12 sessions of
physical therapy.`,
        blocks: `Physical therapy 2 times a week for 6 weeks for the neck: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical
medicine treatment.

Decision rationale: The MTUS allows 9-10 visits over 8 weeks, and the injured worker has had eleven.
The request for twelve visits exceeds that. The request is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { item } = block.heading;
    yield* misreadQuantities(ask, block);
    yield* wordsAgainstFigures(ask, block);
    yield* portionsAgainstSummary(ask, block);
    if (ask(measuresIn, item.disputed).length === 0 || ask(portionFaultOf, item)) return;
    yield* courseAgainstCount(ask, block);
    const conflicts = ask(restatementsOf, block).flatMap((place) => ask(conflictsAt, place));
    for (const kind of ['strength', 'quantity', 'frequency', 'refills', 'duration'] as const) {
      const same = conflicts.filter((found) => found.conflict.kind === kind);
      const isShown = kind === 'frequency' && conflicts.some((found) => found.conflict.kind === 'quantity');
      if (same.length > 0 && !isShown) yield mismatch(ask, block, same);
    }
  },
});

interface Found {
  readonly conflict: Conflict;
  readonly place: Restatement;
  /** The stated measure's place in the reading. */
  readonly at: Measure;
}

const conflictsAt = fact((ask, place: Restatement): readonly Found[] => {
  const words = place.reading.text.slice(place.span.start, place.span.end);
  const asked = place.blocks.flatMap(({ heading: { item } }) =>
    ask(measuresIn, place.isConclusion && item.request.remaining ? item.request.remaining : item.reading),
  );
  if (asked.length === 0) return [];
  return findConflicts(asked, measuresOf(ask.library, words)).map((conflict) => ({
    conflict,
    place,
    at: {
      ...conflict.stated,
      start: conflict.stated.start + place.span.start,
      end: conflict.stated.end + place.span.start,
    },
  }));
});

function mismatch(ask: Ask, block: DecisionBlock, found: readonly Found[]): Finding {
  const { disputed } = block.heading.item;
  const measures = ask(measuresIn, disputed);
  const kind = found[0]?.conflict.kind;
  const own =
    measures.find((measure) => measure.kind === found[0]?.conflict.asked.kind) ??
    measures.find((measure) => measure.kind === kind);
  const printed = own ? disputed.text.slice(own.start, own.end) : disputed.text;
  const places = found.map(({ place, at }) => ({
    words: place.reading.text.slice(at.start, at.end),
    where: place.where,
    span: toSourceSpan(place.reading, at),
  }));
  const told = places.filter(
    ({ where, words }, i) => places.findIndex((other) => other.where === where && other.words === words) === i,
  );
  return {
    span: own ? toSourceSpan(disputed, own) : disputed.span,
    message: `The heading says ${printed}, the ${told.map(({ where, words }) => `${where} ${words}`).join(' and the ')}.`,
    related: places.map(({ span, where, words }) => ({ span, message: `The ${where} says ${words}` })),
    fixes: own && [
      {
        title: `Change to ${printed}, as in the heading`,
        kind: 'review',
        edits: places.filter(distinct).map(({ span }) => replace(span, printed)),
      },
    ],
  };
}

function distinct<T extends { readonly span: { readonly start: number } }>(
  place: T,
  i: number,
  places: readonly T[],
): boolean {
  return places.findIndex(({ span }) => span.start === place.span.start) === i;
}

/** `#6O`, with a letter for a digit. */
function* misreadQuantities(ask: Ask, block: DecisionBlock): Generator<Finding> {
  for (const reading of amountTexts(ask, block)) {
    for (const { kind, meant, ...at } of findMisreadAmounts(reading.text)) {
      if (kind !== 'quantity') continue;
      const place = toSourceSpan(reading, at);
      yield {
        span: place,
        message: `"${reading.text.slice(at.start, at.end)}" contains a letter where a digit is meant.`,
        fixes: [{ title: `Write "${meant}"`, kind: 'review', edits: [replace(place, meant)] }],
      };
    }
  }
}

/** `twelve (10) sessions`. */
function* wordsAgainstFigures(ask: Ask, block: DecisionBlock): Generator<Finding> {
  for (const reading of amountTexts(ask, block)) {
    for (const at of findUnequalFigures(reading.text)) {
      const words = reading.text.slice(at.start, at.end);
      yield { span: toSourceSpan(reading, at), message: `Words and figures differ: "${words}". Correct one of them.` };
    }
  }
}

/** What the summary says that utilization review granted is not what the heading calls authorized. */
function* portionsAgainstSummary(ask: Ask, block: DecisionBlock): Generator<Finding> {
  const { authorized } = block.heading.item.request;
  const asked = authorized ? ask(measuresIn, authorized) : [];
  if (!authorized || asked.length === 0) return;
  const reading = ask(caseSummary)?.prose;
  for (const granted of ask(grantsOf, block)) {
    const words = reading?.text.slice(granted.start, granted.end) ?? '';
    const stated = measuresOf(ask.library, words);
    const conflict = findConflicts(asked, stated).find(({ kind }) => kind === 'quantity' || kind === 'refills');
    // `Certified 8 of 12 visits`: one of the amounts is the one granted.
    const agrees = stated.some((one) => one.kind === conflict?.kind && findConflicts(asked, [one]).length === 0);
    if (!reading || !conflict || agrees) continue;
    const place = {
      start: granted.start + conflict.stated.start,
      end: granted.start + conflict.stated.end,
    };
    const printed = authorized.text.slice(conflict.asked.start, conflict.asked.end);
    const told = reading.text.slice(place.start, place.end);
    yield {
      span: toSourceSpan(authorized, conflict.asked),
      message: `The heading says ${printed} was authorized, but the summary says ${told}.`,
      related: [{ span: toSourceSpan(reading, place), message: `The summary says ${told}` }],
    };
    return;
  }
}

/** `2 times a week for 6 weeks (18 sessions)`, in any portion of the heading. */
function* courseAgainstCount(ask: Ask, { heading }: DecisionBlock): Generator<Finding> {
  const { disputed, request } = heading.item;
  const portions = request.original ? [request.original, request.authorized, request.remaining] : [disputed];
  for (const portion of portions) {
    const totals = portion ? ask(measuresIn, portion).filter(hasTotal) : [];
    const [course, ...courses] = totals.filter(({ kind }) => kind === 'frequency');
    const counts = totals.filter((total) => total.kind === 'quantity' && total.of === 'session');
    const count = counts.at(-1);
    if (!portion || !course || !count || courses.length > 0) continue;
    const [least, most] = totalOf(course);
    const agrees = (total: (typeof counts)[number]): boolean => {
      const [lower, upper] = totalOf(total);
      return lower <= most + 1e-6 && least <= upper + 1e-6;
    };
    if (counts.some(agrees)) continue;
    const made = least === most ? String(most) : `${least} to ${most}`;
    const words = (measure: Measure): string => portion.text.slice(measure.start, measure.end);
    yield {
      span: toSourceSpan(portion, count),
      message: `The heading says ${words(count)}, but ${words(course)} makes ${made}.`,
      related: [{ span: toSourceSpan(portion, course), message: `${made} visits` }],
    };
  }
}
