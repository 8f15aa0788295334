import { addTo } from '../groups';
import { firstFrom, type Span } from '../span';
import { skipSpace, skipSpaceBack } from '../white-space';
import { caseNumbersIn, isPageLine, type LineContext, longestPageLine } from './page-lines';
import type { SourceLine } from './source-lines';

/** A line with text, and what parts it from its neighbors. */
interface FilledLine extends Span {
  readonly blankBefore: boolean;
  readonly pageBefore: boolean;
}

/** What may make a page line of one that begins with a letter, in the cases in which it is printed. */
const hints = ['onfidential', 'rivileged', 'Draft', 'Copy', 'Fax', 'about:', '://', 'CM1', 'CM2', 'CL1', 'CL2'];
const loudHints = [
  'ONFIDENTIAL',
  'ONTINUED',
  'ontinued on',
  'ontinued from',
  'RIVILEGED',
  'DRAFT',
  'COPY',
  'FAX',
  'fax',
  'draft',
];

/** The lines of the page in a text, in order, each without the white space at its ends. */
export function findPageLines(text: string, lines: readonly SourceLine[]): readonly Span[] {
  const filled = filledLines(text, lines);
  const hinted = hintedLines(text, filled);
  const isDoubled = filled.filter(({ blankBefore }) => blankBefore).length > filled.length * 0.6;
  const found = new Set<number>();
  const seen = new Set<string>();
  /** The last line that is none of the page. */
  let tail: FilledLine | undefined;
  filled.forEach((line, i) => {
    const isCandidate = hinted.has(i) || mayBePageLine(text, line);
    if (isCandidate && isPageLine(contextOf(text, filled, i, tail, isDoubled), seen)) found.add(i);
    else tail = line;
    if (isCandidate) for (const number of caseNumbersIn(text.slice(line.start, line.end))) seen.add(number);
  });
  for (const i of repeatedLines(text, filled, found, isDoubled)) found.add(i);
  return [...found].sort((a, b) => a - b).map((i) => ({ start: filled[i]?.start ?? 0, end: filled[i]?.end ?? 0 }));
}

function filledLines(text: string, lines: readonly SourceLine[]): FilledLine[] {
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

/** The lines that are short enough and contain a hint, or a time. */
function hintedLines(text: string, lines: readonly FilledLine[]): ReadonlySet<number> {
  const hinted = new Set<number>();
  const add = (at: number): void => {
    const i = firstFrom(lines, at + 1) - 1;
    const line = lines[i];
    if (line && at < line.end && line.end - line.start <= longestPageLine) hinted.add(i);
  };
  for (const hint of [...hints, ...loudHints])
    for (let at = text.indexOf(hint); at >= 0; at = text.indexOf(hint, at + 1)) add(at);
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
  // Begins with a letter other than `P`, and so is neither a number nor a rule.
  return !((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) || code === 80 || code === 112;
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

/** A running title: it stands alone, ends no sentence, and comes again beside page breaks or inside sentences. */
function repeatedLines(
  text: string,
  lines: readonly FilledLine[],
  found: ReadonlySet<number>,
  isDoubled: boolean,
): number[] {
  const groups = new Map<string, number[]>();
  lines.forEach((line, i) => {
    if (line.end - line.start > 100 || !isAlone(lines, i, found) || found.has(i)) return;
    if (isLowerCase(text.charCodeAt(line.start)) || '.:;,?!'.includes(text.charAt(line.end - 1))) return;
    const printed = text.slice(line.start, line.end);
    if (!isTitle(printed)) return;
    const title = printed.replace(
      /^\d{1,4}\s{1,80}|(?<!\s)\s{1,80}(?:page\s{0,4})?\d{1,4}(?:\s{0,4}(?:of|\/)\s{0,4}\d{1,4})?$/gi,
      '',
    );
    addTo(groups, title, i);
  });
  return [...groups.values()].filter(isRunning).flat();

  function isRunning(group: readonly number[]): boolean {
    if (group.length < 2) return false;
    const beside = group.filter((i) => isBesidePage(text, lines, i, found, isDoubled));
    return beside.length * 2 >= group.length;
  }
}

function isLowerCase(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** In capitals, or nearly each word with one; nothing ends or is named in it. */
function isTitle(printed: string): boolean {
  if (/[.:;,?!\]]$|:\s/.test(printed) || !/[A-Za-z]{3}/.test(printed)) return false;
  const words = printed.match(/[A-Za-z][\w'’-]*/g) ?? [];
  return words.filter((word) => /^[a-z]{4,}/.test(word)).length * 4 <= words.length && /^[^a-z]/.test(printed);
}

function isAlone(lines: readonly FilledLine[], i: number, found: ReadonlySet<number>): boolean {
  const [line, next] = [lines[i], lines[i + 1]];
  const opens = line?.blankBefore || line?.pageBefore || found.has(i - 1);
  return Boolean(opens && (next === undefined || next.blankBefore || next.pageBefore || found.has(i + 1)));
}

/** A page break or page line is next to it, or it parts a sentence. */
function isBesidePage(
  text: string,
  lines: readonly FilledLine[],
  i: number,
  found: ReadonlySet<number>,
  isDoubled: boolean,
): boolean {
  const [before, line, next] = [lines[i - 1], lines[i], lines[i + 1]];
  if (i > 0 && (line?.pageBefore || next?.pageBefore)) return true;
  if (found.has(i - 1) || found.has(i + 1)) return true;
  if (!before || !next || isDoubled) return false;
  return /[a-z,]$/.test(text.slice(before.start, before.end)) && /^[a-z]/.test(text.slice(next.start, next.end));
}
