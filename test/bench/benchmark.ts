/** One thing to be measured. Baselines come first in the report; the others are given as multiples of them. */
export interface Benchmark {
  readonly name: string;
  /** The column title of a baseline. */
  readonly baseline?: string;
  /** The most milliseconds that the fastest run may take; the report marks a slower one. */
  readonly target?: number;
  readonly run: () => unknown;
}
