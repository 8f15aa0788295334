import { matchesIn } from '../text/matches';
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
  return lines.map((line, i) => {
    const before = lines[i - 1];
    const gap = gaps[i];
    if (!before || !gap) return { ...line, opensParagraph: true };
    const kind = gapKind(gap, spacing);
    const continues =
      kind === 'wrap' ||
      (kind === 'either' &&
        continuesSentence(source.slice(before.start, before.end), source.slice(line.start, line.end)));
    return { ...line, opensParagraph: !continues };
  });
}

/** `gaps[i]` lies before `lines[i]`. */
function readLines(source: string): { lines: Span[]; gaps: Gap[] } {
  const lines: Span[] = [];
  const gaps: Gap[] = [];
  let gap = { blankLines: 0, spaced: false, pageBreak: false, inSentence: false };
  for (const { 0: raw, index } of matchesIn(source, /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g)) {
    const first = raw.length - raw.trimStart().length;
    const last = raw.trimEnd().length;
    if (raw.slice(0, first).includes('\f')) gap.pageBreak = true;
    if (last === 0) {
      gap.blankLines++;
      gap.spaced ||= /[ \t]/.test(raw);
      continue;
    }
    lines.push({ start: index + first, end: index + last });
    gaps.push(gap);
    const inSentence = !endsSentence(raw.slice(first, last));
    gap = { blankLines: 0, spaced: false, pageBreak: raw.slice(last).includes('\f'), inSentence };
  }
  return { lines, gaps };
}

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

/** Over a page break: the line before is no finished sentence, or this one begins small. */
function continuesSentence(before: string, line: string): boolean {
  return !endsSentence(before) || /^[a-z]/.test(line);
}

function endsSentence(line: string): boolean {
  return /[.:?!]["”’)\]]{0,3}$/.test(line);
}
