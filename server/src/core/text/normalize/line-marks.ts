import { matchesIn } from '../matches';
import type { Replacement } from '../offset-map';
import { skipSpace } from '../white-space';
import { lineBreak, type SourceLine } from './source-lines';

/** What a mail program, an editor or a list puts before lines, or between the cells of a table. */
export type LineMarkKind = 'quote' | 'line number' | 'bullet' | 'table mark' | 'Markdown mark';

/** A mark and what is read for it, in offsets of the source. */
export interface LineMark extends Replacement {
  readonly kind: LineMarkKind;
}

const quotePrefix = /^[ \t\u00a0]{0,3}(?:>[ \t\u00a0]?)+/;
const numberPrefix = /^[ \t]*(\d{1,5})(?:[.:)|\]]?(?:[ \t\u00a0]+|$)|[ \t]*\|[ \t]?)/;
const bulletMarks = '•●▪▫◦‣⁃∙○■□◆◇►▶➢➤✓✔\uf0b7\uf0a7';
const bulletPrefix = new RegExp(`^[ \\t\\u00a0]*(?:[${bulletMarks}·][ \\t\\u00a0]*)(?=\\S)`);
const listPrefix = /^[ \t\u00a0]*(?:[-*+–—]|\(?(?:\d{1,2}|[a-z])[.)])[ \t\u00a0]+(?=\S)/;
const anyMark = new RegExp(`${bulletPrefix.source}|${listPrefix.source}|^[ \\t]{0,3}#`);
const hashPrefix = /^[ \t]{0,3}#{1,6}[ \t]+(?=[A-Za-z*_])/;
/** A label, a heading with its outcome, or words in capitals alone. */
const structure =
  /^[*_]{0,3}(?:[A-Z][A-Za-z/()]{1,20}(?: [A-Za-z/()]{1,20}){0,4}:|[A-Z][^|]{2,200}: ?[*_]{0,3}[A-Z][a-z]{4,12}[*_]{0,3}$|[^a-z]{8,80}$)/;

/** Lines that begin with a `>` of mail: runs of three and more, so that no comparison is one. */
export function takeQuotes(text: string, lines: readonly SourceLine[]): LineMark[] {
  const marks: LineMark[] = [];
  const prefixes = lines.map(
    (line) => quotePrefix.exec(text.slice(line.content, Math.min(line.end, line.content + 80)))?.[0],
  );
  const withText = lines.filter((line) => !isBlank(line)).length;
  let run: number[] = [];
  let filled = 0;
  const close = (): void => {
    if (filled >= 3 || (filled > 0 && filled === withText)) {
      for (const i of run) marks.push(take(lines[i] as SourceLine, prefixes[i] ?? '', 'quote'));
    }
    run = [];
    filled = 0;
  };
  lines.forEach((line, i) => {
    const prefix = prefixes[i];
    if (prefix !== undefined) {
      run.push(i);
      if (line.content + prefix.trimEnd().length < line.end) filled++;
    } else if (!isBlank(line)) close();
  });
  close();
  return marks;
}

/** Line numbers: most lines begin with one, and each is one more than that before it or begins anew. */
export function takeLineNumbers(text: string, lines: readonly SourceLine[]): LineMark[] {
  const found: { readonly line: SourceLine; readonly prefix: string }[] = [];
  let last: number | undefined;
  let withText = 0;
  let blank = 0;
  for (const line of lines) {
    if (isBlank(line)) {
      blank++;
      continue;
    }
    withText++;
    if (!isDigit(text.charCodeAt(skipSpace(text, line.content, line.end)))) continue;
    const prefix = numberPrefix.exec(text.slice(line.content, Math.min(line.end, line.content + 80)));
    const number = Number(prefix?.[1]);
    const goesOn = last !== undefined && number > last && number <= last + 1 + blank;
    if (prefix && (last === undefined || goesOn || number === 1)) {
      found.push({ line, prefix: prefix[0] });
      last = number;
      blank = 0;
    }
  }
  if (found.length < 6 || found.length < withText * 0.6) return [];
  return found.map(({ line, prefix }) => take(line, prefix, 'line number'));
}

/** Bullets, and the marks of lists before labels, headings and capitals; before all lines where most lines bear one. */
export function takeBullets(text: string, lines: readonly SourceLine[]): LineMark[] {
  const filled = lines.filter((line) => !isBlank(line));
  const begun = filled.filter((line) => mayBear(text, line));
  if (begun.length === 0) return [];
  const bearing = begun.filter((line) => listPrefix.test(headOf(text, line)));
  const all = bearing.length >= 4 && bearing.length >= filled.length * 0.5;
  const bears = new Set(begun);
  if (begun.every((line) => !anyMark.test(headOf(text, line)))) return [];
  // Where an empty line is behind each line, two of them open a paragraph.
  const gaps = filled.map((line, i) => gapBefore(text, filled[i - 1], line));
  const leastGap = gaps.filter((gap) => gap > 1).length > filled.length * 0.6 ? 3 : 2;
  const opens = new Set(
    filled.filter((_, i) => (gaps[i] ?? 0) >= leastGap || (i > 0 && bears.has(filled[i - 1] as SourceLine))),
  );
  return begun.flatMap((line): LineMark[] => {
    const head = headOf(text, line);
    const hash = hashPrefix.exec(head);
    if (hash) return [take(line, hash[0], 'Markdown mark')];
    const bullet = bulletPrefix.exec(head) ?? listPrefix.exec(head);
    if (!bullet) return [];
    const isSure =
      all ||
      !listPrefix.test(head) ||
      ((opens.has(line) || !/[\da-z]/.test(bullet[0])) && structure.test(head.slice(bullet[0].length)));
    return isSure ? [take(line, bullet[0], 'bullet')] : [];
  });
}

/** The pipes of tables, which stand at both ends of a line, or in two lines that follow each other. A choice in brackets has none. */
export function takePipes(text: string, lines: readonly SourceLine[]): LineMark[] {
  const marks: LineMark[] = [];
  const places = lines.map((line) => (isBlank(line) ? [] : pipesIn(text, line)));
  lines.forEach((line, i) => {
    const pipes = places[i] ?? [];
    if (pipes.length === 0) return;
    const [first, last] = [pipes[0], pipes.at(-1)];
    const framed = first === line.content && last === trimmedEnd(text, line) - 1;
    if (!framed && pipes.length < 2 && !places[i - 1]?.length && !places[i + 1]?.length) return;
    if (/^[\s|:+-]+$/.test(text.slice(line.content, line.end))) {
      marks.push({ start: line.content, end: line.end, text: '', kind: 'table mark' });
      line.content = line.end;
      return;
    }
    for (const at of pipes) {
      const isEdge = at === first ? first === line.content : at === last && framed;
      marks.push({ start: at, end: at + 1, text: isEdge ? '' : '\t', kind: 'table mark' });
    }
  });
  return marks;
}

function pipesIn(text: string, { content, end }: SourceLine): number[] {
  const pipes: number[] = [];
  let open = 0;
  for (let at = content; at < end; at++) {
    const char = text.charAt(at);
    if (char === '[') open++;
    else if (char === ']') open = Math.max(0, open - 1);
    else if (char === '|' && open === 0) pipes.push(at);
  }
  return pipes;
}

function trimmedEnd(text: string, { content, end }: SourceLine): number {
  return content + text.slice(content, end).trimEnd().length;
}

function headOf(text: string, { content, end }: SourceLine): string {
  return text.slice(content, Math.min(end, content + 240));
}

/** Takes what a line begins with off it. */
function take(line: SourceLine, prefix: string, kind: LineMarkKind): LineMark {
  const start = line.content;
  line.content = Math.min(line.end, start + prefix.length);
  return { start, end: line.content, text: '', kind };
}

/** How many line ends part a line from the one before; the text's beginning is as good as many. */
function gapBefore(text: string, before: SourceLine | undefined, line: SourceLine): number {
  return before ? matchesIn(text.slice(before.end, line.start), lineBreak).length : Number.POSITIVE_INFINITY;
}

/** A cheap first look: it begins with no word. */
function mayBear(text: string, { content, end }: SourceLine): boolean {
  const at = skipSpace(text, content, end);
  const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return !isLetter(text.charCodeAt(at)) || '.)'.includes(text.charAt(at + 1) || ' ');
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank({ content, end }: SourceLine): boolean {
  return content >= end;
}
