/** What `\s` matches, as a question about a UTF-16 unit: without the match that an expression makes of each answer. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return code >= 0xa0 && others.has(code);
}

const others = new Set([
  ...[0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
  ...Array.from({ length: 11 }, (_, i) => 0x2000 + i),
]);

/** Behind the white space that begins at `at`, at most `end`. */
export function skipSpace(text: string, at: number, end = text.length): number {
  let next = at;
  while (next < end && isSpace(text.charCodeAt(next))) next++;
  return next;
}

/** Before the white space that ends at `at`, at least `start`. */
export function skipSpaceBack(text: string, at: number, start = 0): number {
  let last = at;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  return last;
}
