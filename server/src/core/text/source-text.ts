import { countUpTo } from './ascending';
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
  const next = (unit: string, from: number): number => {
    const at = text.indexOf(unit, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  let [feed, carriage] = [next('\n', 0), next('\r', 0)];
  while (Math.min(feed, carriage) < text.length) {
    const end = carriage + 1 === feed ? feed : Math.min(feed, carriage);
    lineStarts.push(end + 1);
    if (feed <= end) feed = next('\n', end + 1);
    if (carriage <= end) carriage = next('\r', end + 1);
  }
  return { text, lineStarts };
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
  return Math.max(0, countUpTo(source.lineStarts, offset) - 1);
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
