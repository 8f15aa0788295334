/** Removes `marks` and white space from the end of `text`. It is linear; the pattern `[…]+$` is not. */
export function trimMarks(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && (marks.includes(text.charAt(end - 1)) || /\s/.test(text.charAt(end - 1)))) end--;
  return text.slice(0, end);
}

/** Where the last word of `text` begins: behind its last white space. */
export function lastWordStart(text: string): number {
  let start = text.length;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start--;
  return start;
}
