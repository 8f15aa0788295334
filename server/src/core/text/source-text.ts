import type { Span } from './span';

/** Zero-based line and UTF-16 character, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A decoded text with its line index. Lines end at LF, CRLF or CR; a form feed is an ordinary character. */
export interface SourceText {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

export function createSourceText(text: string): SourceText {
  const lineStarts = [0];
  const hasReturns = text.includes('\r');
  for (let end = lineEndFrom(text, 0, hasReturns); end >= 0; end = lineEndFrom(text, end + 1, hasReturns)) {
    lineStarts.push(end + 1);
  }
  return { text, lineStarts };
}

/** Offset of the last unit of the next line end, -1 where none follows. */
function lineEndFrom(text: string, from: number, hasReturns: boolean): number {
  if (!hasReturns) return text.indexOf('\n', from);
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) return i;
  }
  return -1;
}

/** Offsets outside the text are clamped to it. */
export function positionAt(source: SourceText, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length));
  const line = lineAt(source, at);
  return { line, character: at - (source.lineStarts[line] ?? 0) };
}

/** Lines and characters outside the text are clamped; a character beyond its line becomes the line's end. */
export function offsetAt(source: SourceText, position: Position): number {
  const start = source.lineStarts[position.line];
  if (position.line < 0) return 0;
  if (start === undefined) return source.text.length;
  return Math.max(start, Math.min(start + position.character, lineSpan(source, position.line).end));
}

/** Zero-based number of the line that holds `offset`. */
export function lineAt(source: SourceText, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line without its terminator. */
export function lineSpan(source: SourceText, line: number): Span {
  const start = source.lineStarts[line] ?? source.text.length;
  let end = source.lineStarts[line + 1] ?? source.text.length;
  if (end > start && source.text.charCodeAt(end - 1) === 10) end--;
  if (end > start && line + 1 < source.lineStarts.length && source.text.charCodeAt(end - 1) === 13) end--;
  return { start, end };
}

/** The terminator that the text uses first; LF where it has none. */
export function lineEnding(source: SourceText): '\n' | '\r\n' | '\r' {
  return (/\r\n|\r|\n/.exec(source.text)?.[0] as '\n' | '\r\n' | '\r' | undefined) ?? '\n';
}
