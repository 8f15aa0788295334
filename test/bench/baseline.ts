// The figures of an earlier run, and what counts as worse than they are.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Unit } from './figure';

/** Values by name. */
export type Baseline = Readonly<Record<string, number>>;

export interface Comparison extends Figure {
  /** Undefined where the baseline does not know the figure. */
  readonly baseline: number | undefined;
  readonly verdict: 'worse' | 'as before' | 'better' | 'not compared';
}

const path = 'test/bench/baseline.json';

/** By how much a figure may be worse: what another machine, or a busy one, makes of it. Absolute times are not compared. */
const tolerance: Readonly<Partial<Record<Unit, number>>> = {
  units: 1.5,
  x: 1.5,
  exponent: 1.25,
  words: 1.1,
  KB: 1.1,
  MB: 1.5,
};

/** Baselines by kind of run: the letter measured, and whether quick. Empty where there is none. */
export function readBaseline(root: string, kind: string): Baseline {
  return readAll(root)[kind] ?? {};
}

/** Figures that were not measured this time stay as they were. */
export function writeBaseline(root: string, kind: string, figures: readonly Figure[]): void {
  const all = readAll(root);
  const measured = Object.fromEntries(figures.map(({ name, value }) => [name, Number(value.toPrecision(3))]));
  const baselines = { ...all, [kind]: { ...all[kind], ...measured } };
  writeFileSync(join(root, path), `${JSON.stringify(baselines, null, 2)}\n`);
}

function readAll(root: string): Record<string, Baseline> {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

export function compare(figures: readonly Figure[], baseline: Baseline): readonly Comparison[] {
  return figures.map((figure) => ({
    ...figure,
    baseline: baseline[figure.name],
    verdict: verdictOn(figure, baseline[figure.name]),
  }));
}

/** The better of two measurements of one figure. */
export function betterOf(figure: Figure, again: Figure | undefined): Figure {
  if (again === undefined || Number.isNaN(again.value)) return figure;
  const isBetter = figure.isMoreBetter ? again.value > figure.value : again.value < figure.value;
  return isBetter || Number.isNaN(figure.value) ? again : figure;
}

function verdictOn({ value, unit, isMoreBetter }: Figure, baseline: number | undefined): Comparison['verdict'] {
  const factor = tolerance[unit];
  if (baseline === undefined || factor === undefined) return 'not compared';
  const growth = isMoreBetter ? baseline / value : value / baseline;
  // A figure that could not be taken is worse than any.
  if (!(growth <= factor)) return 'worse';
  return growth < 1 / factor ? 'better' : 'as before';
}
