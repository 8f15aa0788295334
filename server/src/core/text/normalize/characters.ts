import { matchesIn } from '../matches';
import type { Replacement } from '../offset-map';

/** Characters that a reader never sees: Unicode's Default_Ignorable_Code_Point, controls that no text holds, the place of a picture. */
const ignorable =
  '\\u0000-\\u0008\\u000e-\\u001f\\u007f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8\\ufffc';
const ignorablePairs = '\\ud82f[\\udca0-\\udca3]|\\ud834[\\udd73-\\udd7a]|[\\udb40-\\udb43][\\udc00-\\udfff]';

/** Global: runs of characters that a reader never sees. */
export const invisible = new RegExp(`(?:[${ignorable}]|${ignorablePairs})+`, 'g');

/** Global: whatever is read as another character, as several or as none. An en dash and a hard space are the usual ones. */
const odd = new RegExp(
  `[${ignorable}\\u000b\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2010-\\u2015\\u2028\\u2029\\u202f\\u205f\\u2212\\u2236\\u3000\\ufb00-\\ufb06\\ufe13\\ufe55\\ufe58\\ufe63\\uff01-\\uff5e]|${ignorablePairs}|(?<! ) {1,3}(?=\\(s\\))|(?<=\\(s\\))[ \\u00a0]{1,3}(?=:)`,
  'g',
);

const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];
const firstLigature = 0xfb00;
const softHyphen = '\u00ad';

/** What stands for other characters in a text, in order. */
export function oddCharacters(text: string): Replacement[] {
  const found: Replacement[] = [];
  const nextLineEnds = endsLines(text);
  let covered = 0;
  for (const { 0: shown, index } of matchesIn(text, odd)) {
    if (index < covered) continue;
    const end = index + shown.length;
    const replacement = shown === softHyphen ? softHyphenAt(text, index) : { end, text: meaningOf(text, index, shown) };
    if (replacement.text === shown || (shown === '\u0085' && !nextLineEnds)) continue;
    found.push({ start: index, ...replacement });
    covered = replacement.end;
  }
  return found;
}

/** True where U+0085 ends lines: in a text with other C1 controls it is a byte of Windows-1252. */
export function endsLines(text: string): boolean {
  return !/[\u0080-\u0084\u0086-\u009f]/.test(text);
}

/** What a text says with its odd characters read as others. */
export function plainCharacters(text: string): string {
  let plain = '';
  let at = 0;
  for (const { start, end, text: meant } of oddCharacters(text)) {
    plain += text.slice(at, start) + meant;
    at = end;
  }
  return plain + text.slice(at);
}

function meaningOf(text: string, at: number, shown: string): string {
  const code = shown.charCodeAt(0);
  if (text.startsWith('(s)', at - 3) && text.charAt(at + shown.length) === ':') return '';
  if (code === 0x20) return isLetter(text, at - 1) ? '' : shown;
  if (code === 0x0b || code === 0x85 || code === 0x2028) return '\n';
  if (code === 0x2029) return '\n\n';
  if (code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a)) return ' ';
  if (code === 0x202f || code === 0x205f || code === 0x3000) return ' ';
  if (isDash(code)) return isHyphen(text, at, code) ? '-' : shown;
  if (code === 0x2236 || code === 0xfe13 || code === 0xfe55) return ':';
  if (code >= firstLigature && code <= 0xfb06) return ligatures[code - firstLigature] ?? shown;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return '';
}

function isDash(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63;
}

/** Hyphens always; a longer dash only inside a word or a range, where it parts no sentence. */
function isHyphen(text: string, at: number, code: number): boolean {
  if (code === 0x2010 || code === 0x2011 || code === 0xfe63) return true;
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (code === 0x2014 || code === 0x2015 || code === 0xfe58) {
    return /[\dA-Z]/.test(before) && /[\dA-Z]/.test(behind) && /\d/.test(before + behind);
  }
  if (code === 0x2212 && /\d/.test(behind)) return true;
  if (/[A-Za-z\d]/.test(before)) return /[A-Za-z\d]/.test(behind) || isWrap(text, at + 1);
  return before === ' ' && behind === ' ' && /\d/.test(text.charAt(at - 2)) && /\d/.test(text.charAt(at + 2));
}

/** A line end, and a digit or letter behind it. */
function isWrap(text: string, at: number): boolean {
  return /^[ \t]{0,4}(?:\r\n|[\n\r])[ \t]{0,80}[A-Za-z\d]/.test(text.slice(at, at + 90));
}

/** A hyphen between digits and capitals, and nothing inside a word, also where that was split over two lines there. */
function softHyphenAt(text: string, at: number): { end: number; text: string } {
  const end = at + 1;
  const [before, behind] = [text.charAt(at - 1), text.charAt(end)];
  if (/[A-Za-z\d]/.test(before) && /[A-Z\d]/.test(behind)) return { end, text: '-' };
  if (/\d/.test(before) && /[a-z]/.test(behind)) return { end, text: '-' };
  const wrap = /^[ \t]{0,4}(?:\r\n|[\n\r])[ \t]{0,80}(?=([A-Za-z\d]))/.exec(text.slice(end, end + 90));
  if (!wrap || !isLetterOrDigit(before)) return { end, text: '' };
  return /[a-z]/.test(wrap[1] ?? '') && isLetter(text, at - 1)
    ? { end: end + wrap[0].length, text: '' }
    : { end, text: '-' };
}

function isLetterOrDigit(char: string): boolean {
  return /[A-Za-z\d]/.test(char);
}

function isLetter(text: string, at: number): boolean {
  return /[A-Za-z]/.test(text.charAt(at));
}
