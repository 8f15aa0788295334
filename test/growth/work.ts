// Counts what the code does instead of timing it: the same on every machine, however busy, so that a test may rely on it.
import { Session } from 'node:inspector';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/** Counts the work of one call. */
export interface Counter {
  /** The steps of our code that `run` takes (functions called, branches and turns of loops), and the characters and items it hands over to native code. */
  count<T>(run: () => T): { readonly value: T; readonly work: number };
}

/**
 * Starts to count in files whose address contains `folder`. What was compiled before is counted by the function only, so call this
 * before the code runs for the first time. Changes built-in prototypes for good: for a process of its own.
 */
export function startCounter(folder: string): Counter {
  const session = new Session();
  session.connect();
  post(session, 'Profiler.enable');
  post(session, 'Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const native = watchNative();
  const steps = (): number => stepsIn(post(session, 'Profiler.takePreciseCoverage') as Coverage, folder);
  return {
    count(run) {
      steps();
      native.work = 0;
      const value = run();
      return { value, work: native.work + steps() };
    },
  };
}

/** The steps since they were asked for the last time. */
function stepsIn({ result }: Coverage, folder: string): number {
  let sum = 0;
  for (const { functions } of result.filter(({ url }) => url.includes(folder))) {
    for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  }
  return sum;
}

/** The inspector of the own process answers before `post` returns. */
function post(session: Session, method: string, params = {}): unknown {
  let answer: unknown;
  session.post(method, params, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}

/** Adds up what native methods look at: the one loop that is not ours to count. */
function watchNative(): { work: number } {
  const native = { work: 0 };
  const watch = <T extends object>(prototype: T, name: keyof T & string, costOf: Cost<T>): void => {
    const original = prototype[name] as (...values: unknown[]) => unknown;
    function watched(this: T, ...values: unknown[]): unknown {
      const from = this instanceof RegExp && (this.global || this.sticky) ? this.lastIndex : 0;
      const result = original.apply(this, values);
      native.work += costOf(this, values, result, from);
      return result;
    }
    Object.defineProperty(prototype, name, { configurable: true, writable: true, value: watched });
  };
  watch(RegExp.prototype, 'exec', costOfMatch);
  watch(String.prototype, 'indexOf', (text, [, from = 0], at) => (at === -1 ? text.length : Number(at)) - Number(from));
  watch(String.prototype, 'lastIndexOf', (text, [, from = text.length], at) => Number(from) - Number(at));
  watch(String.prototype, 'includes', (text) => text.length);
  for (const name of ['toLowerCase', 'toUpperCase'] as const) watch(String.prototype, name, (text) => text.length);
  for (const name of ['trim', 'trimStart', 'trimEnd'] as const)
    watch(String.prototype, name, (text, _, trimmed) => text.length - String(trimmed).length);
  for (const name of ['includes', 'indexOf', 'lastIndexOf'] as const)
    watch(Array.prototype as unknown[], name, (list) => list.length);
  for (const name of ['slice', 'concat'] as const)
    watch(Array.prototype as unknown[], name, (_, __, copy) => (copy as unknown[]).length);
  return native;
}

/** `from`: where a global or sticky expression begins. */
type Cost<T> = (self: T, values: readonly unknown[], result: unknown, from: number) => number;

/** Up to the end of the match; all of the text where there is none, unless the expression looks at one place only. */
function costOfMatch(pattern: RegExp, [text]: readonly unknown[], result: unknown, from: number): number {
  const match = result as RegExpExecArray | null;
  if (match) return match.index + match[0].length - from;
  const looksOnce = pattern.sticky || (pattern.source.startsWith('^') && !pattern.multiline);
  return looksOnce ? 1 : Math.max(1, String(text).length - from);
}
