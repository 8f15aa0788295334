import { type OnRule, rules } from '../core/index';
import type { Options } from './options';
import type { Terminal } from './terminal';

/** Milliseconds by the code of a rule, and under `reading` for the time before the first rule. */
export type RuleTimes = Readonly<Record<string, number>>;

const reading = 'reading';

/** Measures the rules of one letter from now on. `times` is complete when all rules have run. */
export function startStopwatch(now: () => number = () => performance.now()): { onRule: OnRule; times: RuleTimes } {
  const times: Record<string, number> = {};
  let since = now();
  let running: string | undefined = reading;
  return {
    times,
    onRule(rule) {
      const at = now();
      if (running !== undefined) times[running] = (times[running] ?? 0) + at - since;
      since = at;
      running = rule?.code;
    },
  };
}

/** Adds up the times of letters. Does nothing without `--timing`. */
export interface Timing {
  add(times: RuleTimes | undefined): void;
  /** Prints the times on standard error. */
  tell(terminal: Terminal): void;
}

export function createTiming(options: Options): Timing {
  const total = new Map<string, number>();
  return {
    add(times = {}) {
      for (const [code, time] of Object.entries(times)) total.set(code, (total.get(code) ?? 0) + time);
    },
    tell(terminal) {
      if (options.timing) for (const line of table(total)) terminal.note(line);
    },
  };
}

/** `  12.3 ms   4.5%  IMR301 missing-conclusion`. */
function table(total: ReadonlyMap<string, number>): string[] {
  const names = new Map(rules.map(({ code, name }) => [code, `${code} ${name}`]));
  const sum = [...total.values()].reduce((a, b) => a + b, 0);
  const width = sum.toFixed(1).length;
  const row = (time: number, what: string): string => {
    const share = sum === 0 ? 0 : (100 * time) / sum;
    return `${time.toFixed(1).padStart(width)} ms ${share.toFixed(1).padStart(5)}%  ${what}`;
  };
  const slowestFirst = [...total].sort(([, a], [, b]) => b - a);
  return [
    ...slowestFirst.map(([code, time]) => row(time, names.get(code) ?? 'reading the letters')),
    row(sum, 'in all'),
  ];
}
