import type { SourceText } from './source-text';
import type { Span } from './span';

/**
 * Lines that belong to the page and not to the text, as extraction from PDF leaves them: the running footer of a determination
 * with its page number, and `Page 3 of 5`. A number alone is none: it may be a count.
 */
const pageLine =
  /(?:Final Determination Letter for IMR Case Number[ \t]{1,4}[\w-]{1,20}[ \t]{1,80}\d{1,3}|Page \d{1,3} of \d{1,3})[ \t]*(?=[\r\n\f]|$)/y;

/** With what may stand before it on its line. */
export const longestPageLine = 300;

/** Where the page line that begins at `at` ends, behind its spaces; -1 where none begins. `at` is a line's first character, `F` or `P` where it is one. */
export function pageLineEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 70 && code !== 80) return -1;
  pageLine.lastIndex = at;
  return pageLine.test(text) ? pageLine.lastIndex : -1;
}

/** The page lines of a text, each from its first word to its last. */
export function pageLinesIn({ text, lineStarts }: SourceText): Span[] {
  return lineStarts.flatMap((line) => {
    const start = behindIndent(text, line);
    const end = pageLineEnd(text, start);
    return end < 0 ? [] : [{ start, end: start + text.slice(start, end).trimEnd().length }];
  });
}

/** Behind the spaces, tabs and page breaks that a line begins with, or so many of them. */
function behindIndent(text: string, line: number): number {
  const end = line + 200;
  let at = line;
  for (
    let code = text.charCodeAt(at);
    at < end && (code === 32 || code === 9 || code === 12);
    code = text.charCodeAt(at)
  )
    at++;
  return at;
}
