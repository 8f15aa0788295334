// How the time of a regular expression grows with the text. Processor time is taken, not time on the wall, so that a busy machine
// changes nothing.
import { type Attack, attacksOn, textOf } from './attacks';
import type { Pattern } from './literals';

/** A few characters more at a time: an expression whose steps double with each of them shows itself before it stands still. */
const small = [...Array.from({ length: 20 }, (_, i) => 16 + 6 * i), 250, 500, 1000];
const middle = 6000;
const whole = 100_000;
/** Milliseconds below which a measurement says nothing. A square of steps takes some 20 at 6 KB, a linear expression none. */
const quick = 10;

export interface Verdict {
  readonly attack: Attack;
  /** Undefined where the time grows with the length. */
  readonly fault?: string;
}

/** Feeds an expression its own worst case, up to 100 KB. */
export function judge(pattern: Pattern): Verdict {
  let worst: Attack = { opening: '', pump: 'a', ending: '' };
  let longest = -1;
  for (const attack of attacksOn(pattern)) {
    for (const size of small) {
      const time = timeOf(pattern, textOf(attack, size));
      if (time > 2 * quick) return { attack, fault: `${time.toFixed(0)} ms on ${size} characters` };
    }
    const time = timeOf(pattern, textOf(attack, middle));
    if (time > longest) [worst, longest] = [attack, time];
    if (longest > 10 * quick) break;
  }
  return { attack: worst, fault: faultOf(pattern, worst) };
}

/** Twice the text, twice the time; a square of steps takes four times as long, and is not waited for. */
function faultOf(pattern: Pattern, attack: Attack): string | undefined {
  let before = timeOf(pattern, textOf(attack, whole / 16));
  for (let size = whole / 8; size <= whole; size *= 2) {
    const time = timeOf(pattern, textOf(attack, size));
    const growth = time / before;
    if (time > 2 * quick && before > quick && growth > 3) return `${growth.toFixed(1)} times as long on twice the text`;
    before = time;
  }
  return before > 5000 ? `${before.toFixed(0)} ms on 100 KB` : undefined;
}

/** Milliseconds to find every match; the better of two where it is not quick. */
function timeOf({ source, flags }: Pattern, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2 && best > quick; round++) {
    const expression = new RegExp(source, `${flags.replace(/[gy]/g, '')}g`);
    const start = process.cpuUsage();
    for (const _ of text.matchAll(expression));
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
