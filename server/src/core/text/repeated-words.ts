import type { Span } from './span';

/** A word or two words, a space, and the same again. */
export interface RepeatedWords extends Span {
  /** Where the second copy begins. */
  readonly second: number;
}

/** `pain pain-free` and `5.5 5` are no repetitions. */
const twice = /(?<![\w.'’])([a-z][\w'’-]{0,40}|[a-z]{2,20} [a-z]{2,20}) \1(?![\w'’/-]|\.\w)/iy;

/**
 * Words that stand twice in a row, in any case, in order, not overlapping. Offsets are those of `text`. The expression is
 * tried only where a space has the same letter at the distance of a copy before it: a tenth of the time that it takes by itself.
 */
export function findRepeatedWords(text: string): RepeatedWords[] {
  const found: RepeatedWords[] = [];
  let from = 0;
  let space = text.indexOf(' ');
  let end = wordEnd(text, space + 1);
  while (space >= 0) {
    const next = text.charCodeAt(end) === 32 ? end : text.indexOf(' ', end);
    const nextEnd = wordEnd(text, next + 1);
    const repeated =
      copiedFrom(text, space, end, from) ?? (next === end ? copiedFrom(text, space, nextEnd, from) : undefined);
    if (repeated) {
      found.push(repeated);
      from = repeated.end;
    }
    space = next;
    end = nextEnd;
  }
  return found;
}

/** The words from `space` to `end` where the same stand before it, behind `from`. */
function copiedFrom(text: string, space: number, end: number, from: number): RepeatedWords | undefined {
  const second = space + 1;
  const start = space - (end - second);
  if (start < from || (text.charCodeAt(start) | 32) !== (text.charCodeAt(second) | 32)) return undefined;
  twice.lastIndex = start;
  return twice.test(text) ? { start, end: twice.lastIndex, second } : undefined;
}

/** Behind the letters, digits, apostrophes and hyphens from `at` on. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (isWordUnit(text.charCodeAt(end))) end++;
  return end;
}

const wordUnits = new Uint8Array(128);
for (const unit of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-'")
  wordUnits[unit.charCodeAt(0)] = 1;

/** Not a number is no unit: the end of the text. */
function isWordUnit(code: number): boolean {
  return code < 128 ? wordUnits[code] === 1 : code === 0x2019;
}
