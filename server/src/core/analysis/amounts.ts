import type { Frequency, Measure, Quantity, Strength } from '../model/measures';

/** An amount stated otherwise than the request has it. */
export interface Conflict {
  readonly kind: 'strength' | 'quantity' | 'frequency' | 'refills' | 'duration';
  readonly stated: Measure;
  readonly asked: Measure;
}

/**
 * What in `stated` the request `asked` contradicts, the first of each kind: `asked` holds every amount that may be meant, so one
 * that agrees is enough. Amounts that cannot be compared (a strength in per cent and one in milligrams) do not conflict.
 */
export function findConflicts(asked: readonly Measure[], stated: readonly Measure[]): Conflict[] {
  const found = stated.flatMap((measure) => {
    const other = contradictionOf(asked, measure);
    return other && measure.kind !== 'side' ? [{ kind: measure.kind, stated: measure, asked: other }] : [];
  });
  return found.filter(({ kind }, i) => found.findIndex((other) => other.kind === kind) === i);
}

function contradictionOf(asked: readonly Measure[], stated: Measure): Measure | undefined {
  switch (stated.kind) {
    case 'strength':
      return unlessAny(asked.filter(isStrength).filter(isComparableTo(stated)), (other) =>
        isSameStrength(stated, other),
      );
    case 'quantity':
      return unlessAny(asked.filter(hasTotal), (other) => isWithin(stated, other));
    case 'frequency':
      return frequencyContradiction(asked, stated);
    case 'refills':
      return unlessAny(
        asked.filter((other) => other.kind === 'refills'),
        ({ count }) => count === stated.count,
      );
    case 'duration':
      return unlessAny(
        asked.filter((other) => other.kind === 'duration').filter(({ unit }) => unit === stated.unit),
        ({ count }) => count === stated.count,
      );
    default:
      return undefined;
  }
}

/** The first candidate where there are some and none agrees. */
function unlessAny<T extends Measure>(candidates: readonly T[], agrees: (candidate: T) => boolean): T | undefined {
  return candidates.some(agrees) ? undefined : candidates[0];
}

function isStrength(measure: Measure): measure is Strength {
  return measure.kind === 'strength';
}

const weights: Readonly<Record<string, number>> = { mcg: 0.001, mg: 1, g: 1000 };

/** `mcg/hr` as `mcg`: a patch is often written without its rate. */
function unitOf({ unit }: Strength): string | null {
  return unit?.replace(/\/hr$/, '') ?? null;
}

function isComparableTo(stated: Strength): (other: Strength) => boolean {
  const family = (strength: Strength): string | null => {
    const unit = unitOf(strength);
    return unit !== null && unit in weights ? 'weight' : unit;
  };
  return (other) => family(stated) === null || family(other) === null || family(stated) === family(other);
}

/** Amounts in any order; a combination named by its first drug alone (`Norco 10mg`) is the same. */
function isSameStrength(a: Strength, b: Strength): boolean {
  const inMilligrams = (strength: Strength): number[] => {
    const factor = weights[unitOf(strength) ?? 'mg'] ?? 1;
    return strength.values.map((value) => value * factor);
  };
  const [fewer = [], more = []] = [inMilligrams(a), inMilligrams(b)].sort((x, y) => x.length - y.length);
  return fewer.every((value) => more.some((other) => Math.abs(other - value) < 1e-9));
}

type Total = Quantity | (Frequency & { readonly weeks: number });

/** A count, or a frequency over a course, which makes one. */
export function hasTotal(measure: Measure): measure is Total {
  return (
    measure.kind === 'quantity' ||
    (measure.kind === 'frequency' && measure.of === 'time' && measure.weeks !== null && measure.per !== 'month')
  );
}

/** Least and greatest number of units or visits. */
export function totalOf(measure: Total): readonly [least: number, most: number] {
  if (measure.kind === 'quantity') return [measure.least, measure.count];
  const weeks = measure.weeks * (measure.per === 'day' ? 7 : 1);
  return [measure.times[0] * weeks, measure.times[1] * weeks];
}

function isWithin(stated: Total, asked: Total): boolean {
  const [least, most] = totalOf(stated);
  const [lower, upper] = totalOf(asked);
  return least <= upper + 1e-6 && lower <= most + 1e-6;
}

/** Two ranges are the same or one is wrong; a single number may lie in a range. */
function mayAgree({ times: a }: Frequency, { times: b }: Frequency): boolean {
  const isRange = ([least, most]: Frequency['times']): boolean => least < most;
  if (isRange(a) && isRange(b)) return a[0] === b[0] && a[1] === b[1];
  return a[0] <= b[1] && b[0] <= a[1];
}

/** The times must agree; a course of another length contradicts too, unless its visits add up to the same. */
function frequencyContradiction(asked: readonly Measure[], stated: Frequency): Measure | undefined {
  const others = asked
    .filter((other) => other.kind === 'frequency')
    .filter(({ per, of }) => per === stated.per && of === stated.of);
  const overlapping = others.filter((other) => mayAgree(other, stated));
  if (overlapping.length === 0) return others[0];
  const { weeks } = stated;
  if (weeks !== null)
    return unlessAny(overlapping, (other) => other.weeks === null || Math.abs(other.weeks - weeks) < 1e-6);
  return undefined;
}
