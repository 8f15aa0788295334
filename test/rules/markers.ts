import type { Span } from '../../server/src/core/index';

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
