import type { Problem, Span } from '../../server/src/core/index';

/** A span that an example says a finding must have; `openEnd` when the finding may run on over further lines. */
export interface Marker extends Span {
  readonly openEnd: boolean;
}

/** Takes the `^^^` lines out of a text; a marker stands under the last line before it. One `^` marks an empty span or one unit. */
export function takeMarkers(marked: string): { text: string; markers: Marker[] } {
  const lines: string[] = [];
  const markers: Marker[] = [];
  let lineStart = 0;
  for (const line of marked.split('\n')) {
    const carets = /^( *)(\^+) *$/.exec(line);
    if (!carets) {
      lineStart = lines.reduce((sum, l) => sum + l.length + 1, 0);
      lines.push(line);
      continue;
    }
    const column = carets[1]?.length ?? 0;
    const width = carets[2]?.length ?? 0;
    const end = Math.min(column + width, lines.at(-1)?.length ?? 0);
    markers.push({
      start: lineStart + column,
      end: lineStart + Math.max(end, column),
      openEnd: end === lines.at(-1)?.length,
    });
  }
  return { text: lines.join('\n'), markers };
}

/** True when a finding's span is what the marker shows. */
export function agrees(marker: Marker, span: Span): boolean {
  if (marker.start !== span.start) return false;
  if (span.end === marker.end) return true;
  if (span.start === span.end) return marker.end - marker.start <= 1;
  return marker.openEnd && span.end > marker.end;
}

/**
 * Empty where each marker has a finding and each finding a marker. Otherwise the lines concerned, with what the example marks
 * (`expected`) and what the rule finds (`found`) under them.
 */
export function compareMarkers(text: string, markers: readonly Marker[], problems: readonly Problem[]): string {
  const isMatched = markers.every((marker) => problems.some(({ span }) => agrees(marker, span)));
  if (isMatched && markers.length === problems.length) return '';
  const lines: string[] = ['', 'The example marks other places than the rule finds:', ''];
  let start = 0;
  for (const line of text.split('\n')) {
    const own = <T extends Span>(spans: readonly T[]): T[] =>
      spans.filter((span) => start <= span.start && span.start <= start + line.length);
    const expected = own(markers);
    const found = own(problems.map(({ span, message }) => ({ ...span, message })));
    if (expected.length + found.length > 0) {
      lines.push(line);
      lines.push(...expected.map((span) => `${carets(span, start, line)} expected`));
      lines.push(...found.map((span) => `${carets(span, start, line)} found: ${span.message}`), '');
    }
    start += line.length + 1;
  }
  return lines.join('\n');
}

function carets(span: Span, lineStart: number, line: string): string {
  const column = span.start - lineStart;
  const width = Math.min(span.end - lineStart, line.length) - column;
  return `${' '.repeat(column)}${'^'.repeat(Math.max(1, width))}`;
}
