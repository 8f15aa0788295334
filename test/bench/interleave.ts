// Times taken by turns, so that whatever else the machine does falls on all alike.
import type { Figure } from './figure';

/** Milliseconds of one run. */
export interface Timing {
  readonly fastest: number;
  readonly median: number;
}

export type Subjects<Name extends string> = Readonly<Record<Name, () => unknown>>;

/** Turns that go by before times are taken: code is compiled as it is used. */
const warmUpTurns = 5;

/** Processor time of single runs of each subject over rounds, in each of which every subject has a turn of about `turn` milliseconds of it. */
export function interleave<Name extends string>(
  subjects: Subjects<Name>,
  { rounds, turn }: { readonly rounds: number; readonly turn: number },
): Record<Name, Timing> {
  const names = Object.keys(subjects) as Name[];
  for (const name of names) timesOf(subjects[name], warmUpTurns * turn);
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times.get(name)?.push(...timesOf(subjects[name], turn));
  }
  return asTimings(times);
}

/** The same for subjects that say how long their one run took, which may be a part of it; the first `warmUps` rounds do not count. */
export async function interleaveRuns<Name extends string>(
  subjects: Readonly<Record<Name, () => Promise<number> | number>>,
  rounds: number,
  warmUps = 1,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(subjects) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warmUps + rounds; round++) {
    for (const name of names) {
      const time = await subjects[name]();
      if (round >= warmUps) times.get(name)?.push(time);
    }
  }
  return asTimings(times);
}

/**
 * One subject as a multiple of another. It goes by the fastest runs: whatever else runs can only add to them. What the medians say stands
 * beside it.
 */
export function ratio(subject: Timing, base: Timing): Pick<Figure, 'value' | 'note'> {
  return { value: subject.fastest / base.fastest, note: `by medians ${(subject.median / base.median).toPrecision(3)}` };
}

/** The same by medians, for whole processes: they are alike in length, and few. */
export function ratioOfMedians(subject: Timing, base: Timing): Pick<Figure, 'value'> {
  return { value: subject.median / base.median };
}

/**
 * Processor milliseconds of single runs, as many as fill a turn: on a busy machine the time on the wall counts what others do, most of
 * all in long runs.
 */
function timesOf(run: () => unknown, turn: number): number[] {
  const times: number[] = [];
  for (let spent = 0; spent < turn; spent += times.at(-1) ?? turn) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times;
}

function asTimings<Name extends string>(times: ReadonlyMap<Name, readonly number[]>): Record<Name, Timing> {
  const entries = [...times].map(([name, all]) => [name, { fastest: Math.min(...all), median: median(all) }]);
  return Object.fromEntries(entries) as Record<Name, Timing>;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
