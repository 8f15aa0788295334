import { matchesIn } from '../matches';
import { firstFrom, type Span } from '../span';
import { hintsOfPages } from './machine-lines';
import { caseNumbersIn, isDate, isNamedPage, isPageLine, type LineContext, longestPageLine } from './page-lines';
import { runningLines } from './running-lines';
import { type FilledLine, filledLines, type SourceLine } from './source-lines';

/** What may make a page line of one that begins with a letter, in the cases in which it is printed. */
const hints = [
  ...hintsOfPages,
  ...'opyright OPYRIGHT Fax FAX fax FROM From about: :// www. CM1 CM2 CL1 CL2 ontinued ONTINUED page Page PAGE Rev. Form ID: Bates BATES :\\ Sheet Image'.split(
    ' ',
  ),
];

/** One pass finds them all: what contains another hint need not be looked for. */
const anyHint = new RegExp(
  hints
    .filter((hint, i) => hints.indexOf(hint) === i && !hints.some((other) => other !== hint && hint.includes(other)))
    .map((hint) => hint.replace(/[\\.*+?()[\]{}|^$]/g, '\\$&'))
    .join('|'),
  'g',
);

/** The lines of the page in a text, in order, each without the white space at its ends. */
export function findPageLines(text: string, lines: readonly SourceLine[]): readonly Span[] {
  const filled = filledLines(text, lines);
  const hinted = hintedLines(text, filled);
  const isDoubled = filled.filter(({ blankBefore }) => blankBefore).length > filled.length * 0.6;
  const found = new Set<number>();
  const seen = new Set<string>();
  /** The last line with text that is no page line. */
  let tail: FilledLine | undefined;
  filled.forEach((line, i) => {
    const isCandidate = hinted.has(i) || mayBePageLine(text, line);
    if (isCandidate && isPageLine(contextOf(text, filled, i, tail, isDoubled), seen)) found.add(i);
    else tail = line;
    if (isCandidate) for (const number of caseNumbersIn(text.slice(line.start, line.end))) seen.add(number);
  });
  for (const i of datesBesidePages(text, filled, found)) found.add(i);
  for (const i of runningLines(text, filled, found, isDoubled)) found.add(i);
  return [...found].sort((a, b) => a - b).map((i) => ({ start: filled[i]?.start ?? 0, end: filled[i]?.end ?? 0 }));
}

/** `December 1, 2016` right above or below `Page 3`, with which it stands apart from the text. */
function datesBesidePages(text: string, lines: readonly FilledLine[], found: ReadonlySet<number>): number[] {
  const textOf = (i: number): string => text.slice(lines[i]?.start, lines[i]?.end);
  const isApart = (i: number): boolean => {
    const line = lines[i];
    return line === undefined || line.blankBefore || line.pageBefore || found.has(i - 1);
  };
  return [...found].flatMap((i) => {
    if (!isNamedPage(textOf(i))) return [];
    const above = !lines[i]?.blankBefore && isApart(i - 1) && !textOf(i - 2).endsWith(':') ? [i - 1] : [];
    const below = lines[i + 1]?.blankBefore === false && isApart(i + 2) ? [i + 1] : [];
    return [...above, ...below].filter((each) => !found.has(each) && isDate(textOf(each)));
  });
}

/** The lines that are short enough and contain a hint, or a time. */
function hintedLines(text: string, lines: readonly FilledLine[]): ReadonlySet<number> {
  const hinted = new Set<number>();
  const add = (at: number): void => {
    const i = firstFrom(lines, at + 1) - 1;
    const line = lines[i];
    if (line && at < line.end && line.end - line.start <= longestPageLine) hinted.add(i);
  };
  for (const { index } of matchesIn(text, anyHint)) add(index);
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    if (isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) add(at);
  }
  return hinted;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function mayBePageLine(text: string, { start, end }: Span): boolean {
  if (end - start > 60) return false;
  const code = text.charCodeAt(start);
  // Begins with a letter other than `P`, and so is neither a number nor a rule, or ends with the number of a page in a file.
  if (!((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) || code === 80 || code === 112) return true;
  return (text.charCodeAt(start + 1) === 32 && isSpacedOut(text, start, end)) || endsWithDigits(text, start, end);
}

/** `D R A F T`. */
function isSpacedOut(text: string, start: number, end: number): boolean {
  return end - start >= 5 && text.charCodeAt(start + 3) === 32 && text.charCodeAt(end - 2) === 32;
}

function endsWithDigits(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && isDigit(text.charCodeAt(at - 1))) at--;
  return end - at >= 6;
}

function contextOf(
  text: string,
  lines: readonly FilledLine[],
  i: number,
  tail: FilledLine | undefined,
  isDoubled: boolean,
): LineContext {
  const line = lines[i] as FilledLine;
  const next = lines[i + 1];
  const followsDirectly = !line.blankBefore && !line.pageBefore;
  const isFollowedDirectly = next !== undefined && !next.blankBefore && !next.pageBefore;
  return {
    text: text.slice(line.start, line.end),
    besidePageBreak: line.pageBefore || next === undefined || next.pageBefore,
    isDoubled,
    before: tail ? text.slice(Math.max(tail.start, tail.end - 200), tail.end) : '',
    behind: next ? text.slice(next.start, Math.min(next.end, next.start + 200)) : '',
    followsDirectly,
    isFollowedDirectly,
  };
}
