import { pageLineEnd } from '../text/page-lines';
import type { Span } from '../text/span';

/** A line that holds more than white space. `start` and `end` leave out white space at its ends. */
export interface TextLine extends Span {
  /** This line opens a paragraph: no wrap and no page break inside a sentence joins it to the line before. */
  readonly opensParagraph: boolean;
}

/** What stands between two lines with text. */
interface Gap {
  readonly blankLines: number;
  /** One of the blank lines holds a space: text pulled out of a PDF marks paragraphs so. */
  readonly spaced: boolean;
  readonly pageBreak: boolean;
  /** The line before ends in mid-sentence. */
  readonly inSentence: boolean;
}

/** How this text sets its lines apart. */
interface Spacing {
  /** Every wrapped line is followed by an empty one. */
  readonly doubled: boolean;
  readonly spacedGaps: boolean;
}

/** The lines with text, in order, with paragraphs told from wraps and page breaks. */
export function scanLines(source: string): TextLine[] {
  const { lines, gaps } = readLines(source);
  const spacing = measureSpacing(gaps);
  return lines.map(({ start, end }, i) => {
    const gap = gaps[i];
    const kind = i === 0 || !gap ? 'paragraph' : gapKind(gap, spacing);
    const continues = kind === 'wrap' || (kind === 'either' && (gap?.inSentence || isLowerCase(source, start)));
    return { start, end, opensParagraph: !continues };
  });
}

/** Index of the first line that begins at or behind `offset`; their number where none does. */
export function lineFrom(lines: readonly TextLine[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as TextLine).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How long a full line is, in UTF-16 units: nine lines in ten are no longer, so that a single long one says nothing. */
export function measureColumn(lines: readonly TextLine[]): number {
  const lengths = lines.map(({ start, end }) => end - start).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}

/** `gaps[i]` lies before `lines[i]`. */
function readLines(source: string): { lines: Span[]; gaps: Gap[] } {
  const lines: Span[] = [];
  const gaps: Gap[] = [];
  let gap = { blankLines: 0, spaced: false, pageBreak: false, inSentence: false };
  for (let at = 0; at < source.length; ) {
    const next = behindLine(source, at);
    const raw = source.slice(at, next);
    const first = raw.length - raw.trimStart().length;
    const last = raw.trimEnd().length;
    if (first > 0 && raw.slice(0, first).includes('\f')) gap.pageBreak = true;
    if (last > 0 && pageLineEnd(source, at + first) >= at + last) gap.pageBreak = true;
    else if (last === 0) {
      gap.blankLines++;
      gap.spaced ||= /[ \t]/.test(raw);
    } else {
      lines.push({ start: at + first, end: at + last });
      gaps.push(gap);
      const inSentence = !endsSentence(raw.slice(Math.max(first, last - 4), last));
      gap = { blankLines: 0, spaced: false, pageBreak: raw.includes('\f', last), inSentence };
    }
    at = next;
  }
  return { lines, gaps };
}

/** Offset behind the line that begins at `from` and its LF, CRLF or CR. */
function behindLine(source: string, from: number): number {
  lineEnd.lastIndex = from;
  return lineEnd.test(source) ? lineEnd.lastIndex : source.length;
}

const lineEnd = /\n|\r\n?/g;

/** Where most empty lines stand in mid-sentence they are doubled line ends; where paragraphs are single lines they are not. */
function measureSpacing(gaps: readonly Gap[]): Spacing {
  const single = gaps.filter((gap) => gap.blankLines === 1 && !gap.spaced);
  const wraps = single.filter((gap) => gap.inSentence);
  const doubled = gaps.length > 8 && single.length > gaps.length * 0.6 && wraps.length > single.length / 2;
  return { doubled, spacedGaps: gaps.filter((gap) => gap.spaced).length >= 3 };
}

function gapKind(gap: Gap, { doubled, spacedGaps }: Spacing): 'wrap' | 'paragraph' | 'either' {
  if (gap.pageBreak) return 'either';
  if (gap.blankLines === 0) return 'wrap';
  if (gap.spaced) return 'paragraph';
  if (doubled) return gap.blankLines === 1 ? 'wrap' : 'either';
  return spacedGaps ? 'either' : 'paragraph';
}

/** Behind a page break, a line that begins small goes on with the sentence. */
function isLowerCase(source: string, at: number): boolean {
  return /[a-z]/.test(source.charAt(at));
}

/** By the last four characters of a line. */
function endsSentence(tail: string): boolean {
  return /[.:?!]["”’)\]]{0,3}$/.test(tail);
}
