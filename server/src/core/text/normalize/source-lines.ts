import type { Span } from '../span';
import { skipSpace, skipSpaceBack } from '../white-space';

/** A line of a text, ended by any line break of Unicode or a form feed. */
export interface SourceLine {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Where its text begins, behind the marks that were taken off; `end` for a blank line. */
  content: number;
  /** A form feed ends the line before. */
  readonly opensPage: boolean;
}

/** A line with text, without the white space at its ends, and what parts it from its neighbors. */
export interface FilledLine extends Span {
  readonly blankBefore: boolean;
  readonly pageBefore: boolean;
}

export interface ScannedText {
  readonly lines: SourceLine[];
  /** The text contains a character that is neither printed ASCII nor a tab, LF, CR or form feed. */
  readonly isOdd: boolean;
}

/** Global. */
export const lineBreak = /\r\n|[\n\r\u000b\f\u0085\u2028\u2029]/g;

/** Cuts a text into lines in one pass, the only one over the characters of a clean letter. */
export function scanText(text: string): ScannedText {
  const lines: SourceLine[] = [];
  let isOdd = false;
  let start = 0;
  let opensPage = false;
  const add = (end: number): void => {
    lines.push({ start, end, content: skipSpace(text, start, end), opensPage });
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 32 && code < 127) continue;
    if (code === 9) continue;
    if (code !== 10 && code !== 12 && code !== 13) isOdd = true;
    if (!endsLine(code)) continue;
    add(at);
    opensPage = code === 12;
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    start = at + 1;
  }
  add(text.length);
  return { lines, isOdd };
}

function endsLine(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** The lines with text, in order. */
export function filledLines(text: string, lines: readonly SourceLine[]): FilledLine[] {
  const filled: FilledLine[] = [];
  let [blankBefore, pageBefore] = [true, true];
  for (const { content, end, opensPage } of lines) {
    pageBefore ||= opensPage;
    const start = skipSpace(text, content, end);
    const last = skipSpaceBack(text, end, start);
    if (start >= last) blankBefore = true;
    else {
      filled.push({ start, end: last, blankBefore, pageBefore });
      [blankBefore, pageBefore] = [false, false];
    }
  }
  return filled;
}
