/**
 * How names and texts are cut for matching. A token is a run of letters, a run of digits, or one punctuation mark;
 * spaces, hyphens, slashes and apostrophes only part tokens. So `Norco 10/325mg`, `hydrocodone/APAP`, `hydrocodone-APAP`
 * and `H-wave` against `H wave` need no rules of their own, and a name never runs over a period or a comma.
 */

export const SEPARATOR = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const PUNCTUATION = 3;

export const SMALL_S = 0x73;

const classes = new Uint8Array(0x250);
const folded = new Uint16Array(0x250);
for (let code = 0; code < classes.length; code++) {
  const char = String.fromCharCode(code);
  classes[code] = classOfChar(char);
  const lower = char.toLowerCase();
  folded[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
}

function classOfChar(char: string): number {
  if (/[a-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/i.test(char)) return LETTER;
  if (/[0-9]/.test(char)) return DIGIT;
  return /[\s\-/'_*\u0000-\u001f\u00a0\u00ad\u00ae\u00a9`\\]/.test(char) ? SEPARATOR : PUNCTUATION;
}

/** The class of a UTF-16 unit. */
export function classOf(code: number): number {
  if (code < classes.length) return classes[code] as number;
  // Dashes, curly apostrophes and spaces of the general punctuation block, and the trade mark sign.
  if ((code >= 0x2000 && code <= 0x2015) || code === 0x2018 || code === 0x2019 || code === 0x2122) return SEPARATOR;
  return code < 0x2000 || (code >= 0x2c00 && code < 0xd800) ? LETTER : PUNCTUATION;
}

/** Lower case of a UTF-16 unit, where it is one unit. */
export function fold(code: number): number {
  return code < folded.length ? (folded[code] as number) : code;
}

/** The word is of three letters or more and ends in `s`. */
export function isPlural(text: string, start: number, end: number): boolean {
  return end - start > 2 && fold(text.charCodeAt(end - 1)) === SMALL_S;
}

/** The tokens of a name, folded; `&` is the token `and`. */
export function tokensOf(name: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < name.length) {
    const kind = classOf(name.charCodeAt(at));
    let end = at + 1;
    if (kind === LETTER || kind === DIGIT) while (end < name.length && classOf(name.charCodeAt(end)) === kind) end++;
    if (kind !== SEPARATOR)
      tokens.push(kind === PUNCTUATION && name[at] === '&' ? 'and' : foldAll(name.slice(at, end)));
    at = end;
  }
  return tokens;
}

export function foldAll(word: string): string {
  let result = '';
  for (let i = 0; i < word.length; i++) result += String.fromCharCode(fold(word.charCodeAt(i)));
  return result;
}

const punctuation = /^[^\p{L}\p{N}]$/u;

/** A title as a key: words only, folded, so that commas, brackets, `&` and case do not matter. */
export function titleKey(title: string): string {
  return tokensOf(title)
    .filter((token) => !punctuation.test(token))
    .join(' ');
}
