import { longestPageLine, pageLineEnd } from './page-lines';
import type { Span } from './span';
import { isSpace, skipSpace, skipSpaceBack } from './white-space';

/**
 * The reading view: a stretch of source as a person reads it. White space is single, line wraps and page breaks are joined
 * over the page's own lines, a word split at its hyphen or a date split at its slash over a line end is one word again. Every offset of `text` maps back.
 */
export interface Reading {
  readonly text: string;
  /** The source read, without white space at its ends. */
  readonly span: Span;
  /** Starts of the runs that were taken over unchanged, in `text` and in the source; both ascend and have one length. */
  readonly runs: { readonly reading: readonly number[]; readonly source: readonly number[] };
}

export function readText(source: string, within: Span): Reading {
  const span = withoutEnds(source, within);
  const raw = source.slice(span.start, span.end);
  const reading = [0];
  const sources = [span.start];
  let text = '';
  let at = 0;
  for (let gap = nextGap(raw, 0); gap < raw.length; gap = nextGap(raw, at)) {
    const end = behindGap(raw, gap);
    text += raw.slice(at, gap);
    if (!isWrapInWord(raw, gap, end)) text += ' ';
    if (text.length - end !== (reading.at(-1) ?? 0) - ((sources.at(-1) ?? 0) - span.start)) {
      reading.push(text.length);
      sources.push(span.start + end);
    }
    at = end;
  }
  return { text: text + raw.slice(at), span, runs: { reading, source: sources } };
}

/** Where the next white space begins that is no plain space alone, which is all that the reading view changes; the text's end if there is none. */
function nextGap(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32 && code < 128) continue;
    if (isSpace(code) && (code !== 32 || isSpace(text.charCodeAt(i + 1)))) return i;
  }
  return text.length;
}

/** Without white space at its ends, and without page lines there. */
function withoutEnds(source: string, { start, end }: Span): Span {
  const raw = source.slice(start, end);
  const first = behindGap(raw, 0);
  let last = skipSpaceBack(raw, raw.length);
  for (let line = lastLine(raw, last); first < line && pageLineEnd(raw, line) === last; line = lastLine(raw, last))
    last = skipSpaceBack(raw, line);
  return { start: start + Math.min(first, raw.length), end: start + Math.max(first, last) };
}

/** Start of the words of the line that ends at `end`; `end` where that is no page line, which ends in a number. */
function lastLine(text: string, end: number): number {
  if (!/\d/.test(text.charAt(end - 1))) return end;
  const words = /[\r\n\f][ \t]*([^\r\n\f]*)$/.exec(text.slice(Math.max(0, end - longestPageLine), end))?.[1];
  return end - (words?.length ?? 0);
}

/** Behind the white space at `at`, and the page lines in it. */
export function behindGap(text: string, at: number): number {
  return behindPageLines(text, skipSpace(text, at));
}

/** Behind the page lines at `at`, where white space ends and a line begins, and the white space behind them. */
function behindPageLines(text: string, at: number): number {
  let end = at;
  for (let line = pageLineEnd(text, end); line >= 0 && isLineStart(text, end); line = pageLineEnd(text, end)) {
    end = skipSpace(text, line);
  }
  return end;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || /[\r\n\f][ \t]{0,80}$/.test(text.slice(Math.max(0, at - 81), at));
}

/** A line end behind `non-`, `77-` or `10/14/` is a wrap inside the word; behind a free-standing dash it is a space. */
function isWrapInWord(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(start - 1);
  if (last !== 45 && last !== 47) return false;
  if (!/[\w%\u00C0-\u024F]/.test(text.charAt(start - 2)) || !/[\w#\u00C0-\u024F]/.test(text.charAt(end))) return false;
  return /[\n\r\f]/.test(text.slice(start, end));
}

/** The part of a reading whose text is `within`, in offsets of the reading's text: a reading of its own. */
export function readingWithin(reading: Reading, within: Span): Reading {
  const { reading: starts, source } = reading.runs;
  const first = runAt(starts, within.start);
  const last = runAt(starts, Math.max(within.start, within.end - 1));
  const span = toSourceSpan(reading, within);
  const inner = { reading: starts.slice(first + 1, last + 1), source: source.slice(first + 1, last + 1) };
  return {
    text: reading.text.slice(within.start, within.end),
    span,
    runs: {
      reading: [0, ...inner.reading.map((start) => start - within.start)],
      source: [span.start, ...inner.source],
    },
  };
}

/** Maps an offset of `reading.text` (0 to its length) to the source; in a joined gap it is the gap's start. */
export function toSourceOffset(reading: Reading, offset: number): number {
  const { reading: starts, source } = reading.runs;
  const run = runAt(starts, offset);
  const at = (source[run] ?? 0) + Math.max(0, offset - (starts[run] ?? 0));
  return Math.min(at, source[run + 1] ?? reading.span.end);
}

/** Maps a span of `reading.text` to the source: from its first character to behind its last one. */
export function toSourceSpan(reading: Reading, span: Span): Span {
  const start = toSourceOffset(reading, span.start);
  if (span.end <= span.start) return { start, end: start };
  return { start, end: Math.max(start, toSourceOffset(reading, span.end - 1) + 1) };
}

/** Maps a source offset into the reading: the place of that character, or of the next one that was kept. Clamped to the text. */
export function toReadingOffset(reading: Reading, sourceOffset: number): number {
  const { reading: starts, source } = reading.runs;
  const run = runAt(source, sourceOffset);
  const at = (starts[run] ?? 0) + Math.max(0, sourceOffset - (source[run] ?? 0));
  return Math.min(at, starts[run + 1] ?? reading.text.length);
}

/** Index of the last of the ascending `starts` that is not above `offset`; 0 where all are. */
function runAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
