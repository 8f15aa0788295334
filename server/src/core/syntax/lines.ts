import { createSourceText } from '../text/source-text';
import type { Span } from '../text/span';
import { skipSpace, skipSpaceBack } from '../text/white-space';

/** A line with text. `start` and `end` leave out the white space at its ends. */
export interface TextLine extends Span {
  /** This line opens a paragraph: no wrap and no page break inside a sentence joins it to the line before. */
  readonly opensParagraph: boolean;
}

/** What is between two lines with text. */
interface Gap {
  readonly blankLines: number;
  /** One of the blank lines contains a space. Text extracted from a PDF marks paragraphs this way. */
  readonly spaced: boolean;
  readonly pageBreak: boolean;
  /** The line before it ends in the middle of a sentence. */
  readonly inSentence: boolean;
}

/** How this text separates its lines. */
interface Spacing {
  /** Every wrapped line is followed by an empty one. */
  readonly doubled: boolean;
  readonly spacedGaps: boolean;
}

/** Returns the lines with text, in order, and distinguishes paragraphs from wraps and page breaks. Pass `lineStarts` if they are known. */
export function scanLines(source: string, { lineStarts } = createSourceText(source)): TextLine[] {
  const { lines, gaps } = readLines(source, lineStarts);
  const spacing = measureSpacing(gaps);
  return lines.map(({ start, end }, i) => {
    const gap = gaps[i];
    const kind = i === 0 || !gap ? 'paragraph' : gapKind(gap, spacing);
    const continues = kind === 'wrap' || (kind === 'either' && (gap?.inSentence || isLowerCase(source, start)));
    return { start, end, opensParagraph: !continues };
  });
}

/**
 * How long a full line is, in UTF-16 units: nine lines in ten are no longer, so that a single long one says nothing. 0 for a text that
 * was wrapped twice, where a short line says nothing either.
 */
export function measureColumn(source: string, lines: readonly TextLine[]): number {
  const lengths = lines.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const column = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  let [wraps, short] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (!next || next.opensParagraph || !isLowerCase(source, next.start)) continue;
    wraps++;
    if (line.end - line.start < column / 2) short++;
  }
  return short >= fewestShort && short > wraps * shareOfShort ? 0 : column;
}

/** Lines under half a column before one that goes on with the sentence. */
const fewestShort = 5;
const shareOfShort = 0.1;

/** `gaps[i]` lies before `lines[i]`. */
function readLines(source: string, lineStarts: readonly number[]): { lines: Span[]; gaps: Gap[] } {
  const lines: Span[] = [];
  const gaps: Gap[] = [];
  let gap = { blankLines: 0, spaced: false, pageBreak: false, inSentence: false };
  for (let line = 0; line < lineStarts.length; line++) {
    const at = lineStarts[line] as number;
    const next = lineStarts[line + 1] ?? source.length;
    if (at === next) break;
    const start = skipSpace(source, at, next);
    const end = skipSpaceBack(source, next, start);
    if (holdsFeed(source, at, start)) gap.pageBreak = true;
    if (start === end) {
      gap.blankLines++;
      gap.spaced ||= /[ \t]/.test(source.slice(at, next));
    } else {
      lines.push({ start, end });
      gaps.push(gap);
      const inSentence = !endsSentence(source, start, end);
      gap = { blankLines: 0, spaced: false, pageBreak: holdsFeed(source, end, next), inSentence };
    }
  }
  return { lines, gaps };
}

function holdsFeed(source: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (source.charCodeAt(i) === 12) return true;
  return false;
}

/** If most empty lines are in the middle of a sentence, line ends are doubled. If paragraphs are single lines, they are not. */
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

/** By a stop, and at most three closing quotes and brackets behind it. */
function endsSentence(source: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && last > end - 4 && '"”’)]'.includes(source.charAt(last))) last--;
  return '.:?!'.includes(source.charAt(last));
}
