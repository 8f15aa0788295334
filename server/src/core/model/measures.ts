import type { Span } from '../text/span';

/** A number or side with a meaning in a request. Offsets are those of the text searched, half-open. */
export type Measure = Strength | Quantity | Frequency | Refills | Duration | Side;

/** `350 mg`, `10/325mg`, `7.5 mg-325 mg`, `5%`, `50 mcg/hr`. */
export interface Strength extends Span {
  readonly kind: 'strength';
  readonly values: readonly number[];
  /** `mg`, `mcg`, `g`, `ml`, `%`, `units`, `mg/ml`, `mcg/hr` …; null where the text gives none (`10/325`). */
  readonly unit: string | null;
}

/** `#90`, `QTY: 2`, `12 sessions`, `times 12`; of a range (`12-18 sessions`) the larger, and `least` the smaller. */
export interface Quantity extends Span {
  readonly kind: 'quantity';
  readonly count: number;
  readonly least: number;
  /** `session` for visits, sessions and treatments; `unit` for all that is counted otherwise. */
  readonly of: 'session' | 'unit';
}

/** `3 times a week for 2 weeks`, `twice a day`, `every 8 hours`; a range gives both ends. */
export interface Frequency extends Span {
  readonly kind: 'frequency';
  readonly times: readonly [least: number, most: number];
  readonly per: 'day' | 'week' | 'month';
  /** What is counted: `hour` in `6 hours per day`. */
  readonly of: 'time' | 'hour';
  /** Length of the course in weeks, where the text gives it. */
  readonly weeks: number | null;
}

export interface Refills extends Span {
  readonly kind: 'refills';
  readonly count: number;
}

/** `14 days rental`, `one month supply`, `seven day use`. */
export interface Duration extends Span {
  readonly kind: 'duration';
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month';
}

export interface Side extends Span {
  readonly kind: 'side';
  readonly side: 'left' | 'right' | 'bilateral';
}
