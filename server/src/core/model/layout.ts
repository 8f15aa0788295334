import { type SnippetPart, toPlainText } from '../text/snippet';
import type { SourceText } from '../text/source-text';
import { lineEnding, lineSpan } from '../text/source-text';
import type { DecisionBlock, Section } from './letter';

/** How a letter sets its text, so that what is inserted looks as the rest does. */
export interface Layout {
  readonly lineEnding: string;
  /** Between two lines of one paragraph; an empty line among them in text pulled out of a PDF. */
  readonly lineGap: string;
  /** Between two fields, and between a heading and its first field. */
  readonly paragraphGap: string;
  /** Length of the longest lines, in UTF-16 units; null where paragraphs stand on one line. */
  readonly width: number | null;
}

export function measureLayout(
  source: SourceText,
  sections: readonly Section[],
  blocks: readonly DecisionBlock[],
): Layout {
  const eol = lineEnding(source);
  const gaps = blocks.flatMap((block) => {
    const starts = block.fieldsInOrder.map((field) => field.span.start);
    const ends = [block.heading.span.end, ...block.fieldsInOrder.map((field) => field.span.end)];
    return starts.map((start, i) => source.text.slice(ends[i] ?? start, start));
  });
  const paragraphGap =
    mostCommon(gaps.filter((gap) => /[\r\n]/.test(gap) && gap.trim() === '' && !gap.includes('\f'))) ?? eol + eol;
  const lineGaps = sections.flatMap((section) => [
    ...source.text.slice(section.span.start, section.span.end).matchAll(/[a-z,]([ \t]*[\r\n]\s*)(?=[a-z])/g),
  ]);
  const lineGap = mostCommon(lineGaps.map((match) => match[1] ?? eol)) ?? eol;
  return {
    lineEnding: eol,
    lineGap: lineGap.includes('\f') ? eol : lineGap,
    paragraphGap,
    width: measureWidth(source),
  };
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The nine-tenths quantile of long lines; a letter whose lines are paragraphs has no width. */
function measureWidth(source: SourceText): number | null {
  const lengths = source.lineStarts.map((_, i) => lineSpan(source, i)).map((line) => line.end - line.start);
  const long = lengths.filter((length) => length > 50).sort((a, b) => a - b);
  if (long.length < 4) return null;
  const width = long[Math.floor(long.length * 0.9)] ?? 0;
  return width > 160 ? null : width;
}

/**
 * Breaks text to insert into the letter's lines, from `column` on; places to fill in and words longer than a line stay whole.
 * A line feed in the text becomes a line of its own.
 */
export function wrapParts(parts: readonly SnippetPart[], layout: Layout, column = 0): SnippetPart[] {
  let at = column;
  /** Sets a text of which `following` is what stands behind it on the same line. */
  const wrap = (text: string, following: string): string =>
    text
      .split(/( |\n)/)
      .map((token, i, tokens) => {
        if (token === '\n') {
          at = 0;
          return layout.lineGap;
        }
        if (token === ' ') {
          const next = tokens[i + 1] || following;
          if (layout.width !== null && at + 1 + next.length > layout.width) {
            at = 0;
            return layout.lineGap;
          }
        }
        at += token.length;
        return token;
      })
      .join('');
  return parts.map((part, i) => {
    if (typeof part === 'string') return wrap(part, toPlainText(parts.slice(i + 1, i + 2)));
    at += toPlainText([part]).length;
    return part;
  });
}

/** Paragraphs one behind another as the letter sets them, the first one from `column` on. */
export function setParagraphs(
  paragraphs: readonly (readonly SnippetPart[])[],
  layout: Layout,
  column = 0,
): SnippetPart[] {
  return paragraphs.flatMap((parts, i) =>
    i === 0 ? wrapParts(parts, layout, column) : [layout.paragraphGap, ...wrapParts(parts, layout)],
  );
}
