import { type NormalizedText, normalizedText } from './normalize/normalized-text';
import { compose, type OffsetMap, runAt, sourceEnd, sourceOffset, sourceSpan, viewOffset } from './offset-map';
import type { SourceText } from './source-text';
import type { Span } from './span';
import { isSpace, skipSpace, skipSpaceBack } from './white-space';

/**
 * The reading view: a stretch of source as a person reads it. White space is single, line wraps and page breaks are joined, a word
 * split at its hyphen or a date split at its slash over a line end is one word again. Every offset of `text` maps back.
 */
export interface Reading {
  readonly text: string;
  /** The source read, without white space at its ends. */
  readonly span: Span;
  /** From `text` to the whole source. */
  readonly map: OffsetMap;
}

/** Reads a stretch of a source in its normalized text, without the marks and page lines in it. */
export function readSource(source: SourceText, within: Span): Reading {
  const { text, map } = normalizedText(source);
  if (!map) return readText(text, within);
  const start = viewOffset(map, within.start);
  const reading = readText(text, { start, end: Math.max(start, viewOffset(map, within.end)) });
  return { text: reading.text, span: sourceSpan(map, reading.span), map: compose(reading.map, map) };
}

/** What a stretch of a source says, line breaks and spaces as they are in its normalized text. */
export function printedText(source: SourceText, { start, end }: Span): string {
  const { text, map }: NormalizedText = normalizedText(source);
  return map ? text.slice(viewOffset(map, start), viewOffset(map, end)) : text.slice(start, end);
}

export function readText(source: string, within: Span): Reading {
  const span = withoutEnds(source, within);
  const raw = source.slice(span.start, span.end);
  const reading = [0];
  const sources = [span.start];
  let text = '';
  let at = 0;
  for (let gap = nextGap(raw, 0); gap < raw.length; gap = nextGap(raw, at)) {
    const end = skipSpace(raw, gap);
    text += raw.slice(at, gap);
    if (!isWrapInWord(raw, gap, end)) text += ' ';
    if (text.length - end !== (reading.at(-1) ?? 0) - ((sources.at(-1) ?? 0) - span.start)) {
      reading.push(text.length);
      sources.push(span.start + end);
    }
    at = end;
  }
  text += raw.slice(at);
  return { text, span, map: { view: reading, source: sources, viewLength: text.length, sourceLength: span.end } };
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

/** Without white space at its ends. */
function withoutEnds(source: string, { start, end }: Span): Span {
  const first = skipSpace(source, start, end);
  return { start: first, end: skipSpaceBack(source, end, first) };
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
  const { view: starts, source } = reading.map;
  const first = runAt(starts, within.start);
  const last = runAt(starts, Math.max(within.start, within.end - 1));
  const span = toSourceSpan(reading, within);
  return {
    text: reading.text.slice(within.start, within.end),
    span,
    map: {
      view: [0, ...starts.slice(first + 1, last + 1).map((start) => start - within.start)],
      source: [span.start, ...source.slice(first + 1, last + 1)],
      viewLength: within.end - within.start,
      sourceLength: span.end,
    },
  };
}

/** Maps an offset of `reading.text` (0 to its length) to the source; in a joined gap it is the gap's start. */
export function toSourceOffset(reading: Reading, offset: number): number {
  return sourceOffset(reading.map, offset);
}

/** Maps a span of `reading.text` to the source: from its first character to behind its last one. */
export function toSourceSpan(reading: Reading, span: Span): Span {
  const start = sourceOffset(reading.map, span.start);
  if (span.end <= span.start) return { start, end: start };
  return { start, end: Math.max(start, sourceEnd(reading.map, span.end)) };
}

/** Maps a source offset into the reading: the place of that character, or of the next one that was kept. Clamped to the text. */
export function toReadingOffset(reading: Reading, sourceOffset: number): number {
  return viewOffset(reading.map, sourceOffset);
}
