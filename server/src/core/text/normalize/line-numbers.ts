import { skipSpace } from '../white-space';
import { isBlank, type LineMark, take } from './line-mark';
import type { SourceLine } from './source-lines';

/** `12  `, `12. `, `(12) `, `[12] `, `L12: `, `¶12. `, `12 | `, `12→`. */
const numberPrefix =
  /^[ \t]*(?:[([<#§¶]|L(?=\d))?(\d{1,5})(?: [-–—] |[ \t]*(?:\||→)[ \t]?|(?:[.:)|\]>]|[.:]\)?)?(?:[ \t\u00a0]+|$))/;
const numberAtEnd = /(?:^|(?<![ \t])[ \t]{2,}|\t)(\d{1,5})[ \t]*$/;
const fewest = 6;
/** Each of these stands on the very line that it counts. */
const fewestAtIntervals = 4;

interface NumberedLine {
  readonly line: SourceLine;
  readonly prefix: string;
}

/** Line numbers: most lines begin with one, or most paragraphs, or every fifth line, and each counts on from the one before it. */
export function takeLineNumbers(text: string, lines: readonly SourceLine[]): LineMark[] {
  const withText = lines.filter((line) => !isBlank(line)).length;
  const counted = countedLines(text, lines);
  const found = counted.length >= withText * 0.6 ? counted : numberedParagraphs(text, lines);
  if (found && found.length >= fewest) return found.map(taken);
  const atEnds = numbersAtEnds(text, lines, withText);
  return atEnds.length > 0 ? atEnds : numberedAtIntervals(text, lines).map(taken);
}

function taken({ line, prefix }: NumberedLine): LineMark {
  return take(line, prefix, 'line number');
}

/** The lines that count: each is one more than that before it, empty lines aside, or begins anew. */
function countedLines(text: string, lines: readonly SourceLine[]): NumberedLine[] {
  const found: NumberedLine[] = [];
  let last: number | undefined;
  let blank = 0;
  for (const line of lines) {
    if (isBlank(line)) {
      blank++;
      continue;
    }
    const numbered = numberOf(text, line);
    if (!numbered) continue;
    const { number, prefix } = numbered;
    const goesOn = last !== undefined && number > last && number <= last + 1 + blank;
    if (last === undefined || goesOn || number === 1) {
      found.push({ line, prefix });
      last = number;
      blank = 0;
    }
  }
  return found;
}

function numberOf(text: string, line: SourceLine): { readonly number: number; readonly prefix: string } | undefined {
  const code = text.charCodeAt(skipSpace(text, line.content, line.end));
  // A digit, or one of the marks before one.
  if (!(code < 65 || code === 76 || code === 91 || code === 167 || code === 182)) return undefined;
  const match = numberPrefix.exec(text.slice(line.content, Math.min(line.end, line.content + 80)));
  return match ? { number: Number(match[1]), prefix: match[0] } : undefined;
}

/** The paragraphs, where nearly each of them is numbered. */
function numberedParagraphs(text: string, lines: readonly SourceLine[]): NumberedLine[] | undefined {
  const openers = lines.filter((line, i) => !isBlank(line) && (i === 0 || isBlank(lines[i - 1] as SourceLine)));
  const found = countedLines(text, openers);
  return found.length >= openers.length * 0.8 ? found : undefined;
}

/** Every fifth line, or every tenth: as many lines are between two numbers as the numbers say. */
function numberedAtIntervals(text: string, lines: readonly SourceLine[]): NumberedLine[] {
  const found: NumberedLine[] = [];
  let before: { readonly number: number; readonly at: number } | undefined;
  let at = 0;
  for (const line of lines) {
    // A page break ends no line for who counts them.
    if (!line.opensPage) at++;
    const numbered = isBlank(line) ? undefined : numberOf(text, line);
    if (!numbered || numbered.number % 5 !== 0) continue;
    const { number, prefix } = numbered;
    const step = before ? at - before.at : at;
    if (step !== number - (before?.number ?? 0)) continue;
    found.push({ line, prefix });
    before = { number, at };
  }
  return found.length >= fewestAtIntervals && found.length * 10 >= lines.length - 10 ? found : [];
}

/** Numbers at the right edge, behind a gap, on most lines. */
function numbersAtEnds(text: string, lines: readonly SourceLine[], withText: number): LineMark[] {
  const found: LineMark[] = [];
  let last = 0;
  for (const line of lines) {
    const match = isBlank(line) ? null : numberAtEnd.exec(text.slice(Math.max(line.content, line.end - 80), line.end));
    const number = Number(match?.[1]);
    if (!match || !(number > last && number <= last + 4)) continue;
    found.push({ start: line.end - match[0].length, end: line.end, text: '', kind: 'line number' });
    last = number;
  }
  return found.length >= fewest && found.length >= withText * 0.6 ? found : [];
}
