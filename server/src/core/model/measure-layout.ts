import type { SourceText } from '../text/source-text';
import { lineEnding, lineSpan } from '../text/source-text';
import type { Layout } from './layout';
import type { DecisionBlock, Section } from './letter';

/** Measures how a letter sets its text. */
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
