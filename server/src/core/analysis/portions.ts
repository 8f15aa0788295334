import type { Item } from '../model/item';
import type { Measure } from '../model/measures';
import { type Reading, toSourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { type Conflict, findConflicts, hasTotal, totalOf } from './amounts';
import { fact } from './fact';
import { measuresIn } from './measures';

/** What is wrong between the portions of a heading; spans are those of the source. */
export type PortionFault =
  | {
      readonly kind: 'arithmetic';
      readonly original: number;
      readonly authorized: number;
      readonly remaining: number;
      readonly span: Span;
      readonly related: readonly Span[];
    }
  | {
      readonly kind: 'restated';
      readonly what: Conflict['kind'];
      readonly first: string;
      readonly second: string;
      readonly span: Span;
      readonly related: readonly Span[];
    };

/** `X was the original request. Y was authorized. The remaining portion, Z`: X less Y must be Z, and X must stay X. */
export const portionFaultOf = fact((ask, item: Item): PortionFault | undefined => {
  const { original, authorized, remaining } = item.request;
  if (!original) return undefined;
  const again = remaining ?? item.request.again;
  if (!again) return undefined;
  const [first, second] = [ask(measuresIn, original), ask(measuresIn, again)];
  const conflict = findConflicts(first, second).find(({ kind }) => !remaining || kind === 'strength');
  if (conflict) return restated(original, again, conflict);
  if (!remaining || !authorized) return undefined;
  return arithmetic(original, authorized, remaining, first, ask(measuresIn, authorized), second);
});

function restated(original: Reading, again: Reading, { kind, asked, stated }: Conflict): PortionFault {
  return {
    kind: 'restated',
    what: kind,
    first: original.text.slice(asked.start, asked.end),
    second: again.text.slice(stated.start, stated.end),
    span: toSourceSpan(again, stated),
    related: [toSourceSpan(original, asked)],
  };
}

interface Amount {
  readonly value: number;
  readonly measure: Measure;
}

/** Refills, hours or totals, whichever the remaining portion is counted in. */
function countFor(remaining: readonly Measure[]): typeof exactTotal {
  if (remaining.some(({ kind }) => kind === 'refills')) return refillsOf;
  return remaining.some(isHours) ? hoursOf : exactTotal;
}

/** What is not one exact number is left alone. */
function arithmetic(
  original: Reading,
  authorized: Reading,
  remaining: Reading,
  first: readonly Measure[],
  second: readonly Measure[],
  third: readonly Measure[],
): PortionFault | undefined {
  const count = countFor(third);
  const unequal =
    count === exactTotal ? undefined : unequalPart([original, first], [authorized, second], [remaining, third]);
  if (unequal) return unequal;
  const asked = count(first);
  const left = count(third);
  const granted = count(second) ?? (count === refillsOf ? { value: 0, measure: undefined } : undefined);
  if (!asked || !left || !granted || Math.abs(asked.value - granted.value - left.value) < 1e-6) return undefined;
  return {
    kind: 'arithmetic',
    original: asked.value,
    authorized: granted.value,
    remaining: left.value,
    span: toSourceSpan(remaining, left.measure),
    related: [
      toSourceSpan(original, asked.measure),
      ...(granted.measure ? [toSourceSpan(authorized, granted.measure)] : []),
    ],
  };
}

type Portion = readonly [reading: Reading, measures: readonly Measure[]];

/** What is not counted stays the same in all portions: the tablets of a fill, the weeks of a course counted in hours. */
function unequalPart([original, first]: Portion, ...others: readonly Portion[]): PortionFault | undefined {
  for (const [reading, measures] of others) {
    const conflict = findConflicts(
      first,
      measures.filter((measure) => measure.kind !== 'refills' && !isHours(measure)),
    )[0];
    if (conflict) return restated(original, reading, conflict);
  }
  return undefined;
}

function refillsOf(measures: readonly Measure[]): Amount | undefined {
  const measure = measures.find((candidate) => candidate.kind === 'refills');
  return measure && { value: measure.count, measure };
}

function isHours(measure: Measure): boolean {
  return measure.kind === 'frequency' && measure.of === 'hour';
}

function hoursOf(measures: readonly Measure[]): Amount | undefined {
  const measure = measures.find(isHours);
  return measure?.kind === 'frequency' && measure.times[0] === measure.times[1]
    ? { value: measure.times[0], measure }
    : undefined;
}

/** The one number of units or visits; none where two counts differ, as in an item of several parts. */
function exactTotal(measures: readonly Measure[]): Amount | undefined {
  const totals = measures.filter(hasTotal);
  const counts = totals.filter(({ kind }) => kind === 'quantity');
  const [measure] = counts.length > 0 ? counts : totals;
  if (!measure || totals.length > 2 || (counts.length === 0 && totals.length > 1)) return undefined;
  const [least, most] = totalOf(measure);
  const agree = counts.every((other) => totalOf(other)[1] === most);
  return least === most && agree ? { value: most, measure } : undefined;
}
