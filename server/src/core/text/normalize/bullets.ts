import { matchesIn } from '../matches';
import { skipSpace } from '../white-space';
import { isBlank, type LineMark, take } from './line-mark';
import { lineBreak, type SourceLine } from './source-lines';

const bulletMarks = '•●▪▫◦‣⁃∙○■□◆◇►▶➢➤✓✔¶»›\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\uf0b7\uf0a7\uf0d8';
const bulletPrefix = new RegExp(
  `^[ \\t\\u00a0]*(?:(?:[${bulletMarks}·]|[\\ud83c-\\ud83e][\\udc00-\\udfff])\\ufe0f?[ \\t\\u00a0]*)(?=\\S)`,
);
const listPrefix =
  /^[ \t\u00a0]*(?:[-*+–—](?:[ \t]+\[[ xX]\])?|\[[ xX]\]|o|#\d{1,2}[.):]?|\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,5})[.)])[ \t\u00a0]+(?=\S)/;
const anyMark = new RegExp(`${bulletPrefix.source}|${listPrefix.source}|^[ \\t]{0,3}#`);
const hashPrefix = /^[ \t]{0,3}#{1,6}[ \t]+(?=[A-Za-z*_])/;
/** A label, a heading with its outcome, or words in capitals alone. */
const structure =
  /^[*_]{0,3}(?:[A-Z][A-Za-z/()]{1,20}(?: [A-Za-z/()]{1,20}){0,4}:|[A-Z][^|]{2,200}: ?[*_]{0,3}[A-Z][a-z]{4,12}[*_]{0,3}$|[^a-z]{8,80}$)/;

/** Names and one common word before a colon: so no sentence of a list begins. */
const labelOfField = /^(?:[A-Z][A-Za-z]{1,20} ){1,3}[a-z]{4,20}:/;
const capitals = /^(?=[A-Z]{3})[A-Z ,()]{12,80}$/;

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
  const behindStop = new Set(filled.filter((_, i) => i > 0 && endsSentence(text, filled[i - 1] as SourceLine)));
  return begun.flatMap((line): LineMark[] => {
    const head = headOf(text, line);
    const hash = hashPrefix.exec(head);
    if (hash) return [take(line, hash[0], 'Markdown mark'), ...closingHashes(text, line)];
    const bullet = bulletPrefix.exec(head) ?? listPrefix.exec(head);
    if (!bullet) return [];
    const behind = head.slice(bullet[0].length).trimEnd();
    const isSure =
      all ||
      !listPrefix.test(head) ||
      ((opens.has(line) || !/[\dA-Za-z]/.test(bullet[0])) && structure.test(behind)) ||
      capitals.test(behind) ||
      (behindStop.has(line) && labelOfField.test(behind));
    return isSure ? [take(line, bullet[0], 'bullet')] : [];
  });
}

function endsSentence(text: string, { content, end }: SourceLine): boolean {
  return /(?:[.!?]["”’)]?|: ?\S{1,40})\s*$/.test(text.slice(Math.max(content, end - 60), end));
}

/** `### Heading ###`. */
function closingHashes(text: string, { content, end }: SourceLine): LineMark[] {
  const hashes = /(?<![ \t])[ \t]+#{1,6}[ \t]*$/.exec(text.slice(Math.max(content, end - 40), end));
  return hashes ? [{ start: end - hashes[0].length, end, text: '', kind: 'Markdown mark' }] : [];
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
    if (/^[\s|:+\u2500-\u257f-]+$/.test(text.slice(line.content, line.end))) {
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
    else if ('|\u2502\u2503\u2551'.includes(char) && open === 0) pipes.push(at);
  }
  return pipes;
}

function trimmedEnd(text: string, { content, end }: SourceLine): number {
  return content + text.slice(content, end).trimEnd().length;
}

function headOf(text: string, { content, end }: SourceLine): string {
  return text.slice(content, Math.min(end, content + 240));
}

/** How many line ends part a line from the one before; the text's beginning is as good as many. */
function gapBefore(text: string, before: SourceLine | undefined, line: SourceLine): number {
  return before ? matchesIn(text.slice(before.end, line.start), lineBreak).length : Number.POSITIVE_INFINITY;
}

/** A cheap first look: it begins with no word. */
function mayBear(text: string, { content, end }: SourceLine): boolean {
  const at = skipSpace(text, content, end);
  const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  if (!isLetter(text.charCodeAt(at))) return true;
  let behind = at + 1;
  while (behind < at + 5 && 'ivxIVX'.includes(text.charAt(behind) || ' ')) behind++;
  const mark = text.charAt(behind);
  return mark === '.' || mark === ')' || (text.charAt(at) === 'o' && (mark === ' ' || mark === '\t'));
}
