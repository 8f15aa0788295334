import { isEmpty, lineAt, lineSpan, type SourceText, type Span } from '../core/index';

/**
 * Returns the span to underline for a finding. An empty span, which the cursor of a modal editor cannot reach, becomes the word
 * before it on its line, else the word after it, else one character. Other spans end before the first blank line, so that nothing is
 * underlined between the lines of a double-spaced letter.
 */
export function shownSpan(source: SourceText, span: Span): Span {
  const shown = clipped(source, span);
  return isEmpty(shown) ? wordAt(source, shown.start) : shown;
}

/** The first lines of a span up to a blank line. Empty if all lines are blank. */
function clipped(source: SourceText, { start, end }: Span): Span {
  const last = lineAt(source, end);
  let line = lineAt(source, start);
  // A span that begins in trailing white space or on a blank line belongs to the text that follows.
  while (line < last && isBlank(source, Math.max(start, lineSpan(source, line).start), lineSpan(source, line).end))
    line++;
  const from = Math.max(start, lineSpan(source, line).start);
  if (from >= end) return { start, end: start };
  for (let next = line + 1; next <= last; next++) {
    const { start: nextStart, end: nextEnd } = lineSpan(source, next);
    if (isBlank(source, nextStart, nextEnd)) return { start: from, end: lineSpan(source, next - 1).end };
  }
  return { start: from, end };
}

function isBlank({ text }: SourceText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text, at)) return false;
  return true;
}

/** A word with attached punctuation: everything between white space. */
function wordAt(source: SourceText, at: number): Span {
  const { text } = source;
  const line = lineSpan(source, lineAt(source, at));
  let end = Math.min(at, line.end);
  while (end > line.start && isSpace(text, end - 1)) end--;
  if (end > line.start) {
    let start = end;
    while (start > line.start && !isSpace(text, start - 1)) start--;
    return { start, end };
  }
  let start = at;
  while (start < line.end && isSpace(text, start)) start++;
  end = start;
  while (end < line.end && !isSpace(text, end)) end++;
  return end > start ? { start, end } : { start: at, end: Math.min(at + 1, text.length) };
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
