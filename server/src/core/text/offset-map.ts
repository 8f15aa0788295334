import { countUpTo } from './ascending';
import type { Span } from './span';

/**
 * How a view of a text maps to its source. A run is a stretch that the view takes over unit by unit: it begins at `view[i]` in the
 * view and at `source[i]` in the source, in UTF-16 units. Both lists ascend and have one length.
 */
export interface OffsetMap {
  readonly view: readonly number[];
  readonly source: readonly number[];
  readonly viewLength: number;
  readonly sourceLength: number;
}

/** A stretch of a text and what replaces it. */
export interface Replacement extends Span {
  readonly text: string;
}

export interface Rewritten {
  readonly text: string;
  readonly map: OffsetMap;
}

/** Applies replacements, which ascend and do not overlap, and maps the result to `source`. */
export function rewrite(source: string, replacements: readonly Replacement[]): Rewritten {
  const view = [0];
  const from = [0];
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  for (const { start, end, text } of replacements) {
    parts.push(source.slice(at, start), text);
    length += start - at + text.length;
    at = end;
    if (length - end === (view.at(-1) ?? 0) - (from.at(-1) ?? 0)) continue;
    if (view.at(-1) === length) {
      from[from.length - 1] = end;
    } else {
      view.push(length);
      from.push(end);
    }
  }
  parts.push(source.slice(at));
  const text = parts.join('');
  return { text, map: { view, source: from, viewLength: text.length, sourceLength: source.length } };
}

/** Maps a view of a view to the source of the inner one. */
export function compose(outer: OffsetMap, inner: OffsetMap): OffsetMap {
  const view: number[] = [];
  const source: number[] = [];
  const add = (at: number, to: number): void => {
    if (view.at(-1) === at) source[source.length - 1] = to;
    else {
      view.push(at);
      source.push(to);
    }
  };
  for (let i = 0; i < outer.view.length; i++) {
    const [at, from] = [outer.view[i] as number, outer.source[i] as number];
    const length = Math.min(
      (outer.view[i + 1] ?? outer.viewLength) - at,
      (outer.source[i + 1] ?? outer.sourceLength) - from,
    );
    let run = runAt(inner.view, from);
    add(at, sourceOffset(inner, from));
    for (run++; run < inner.view.length && (inner.view[run] as number) < from + length; run++) {
      add(at + (inner.view[run] as number) - from, inner.source[run] as number);
    }
  }
  return { view, source, viewLength: outer.viewLength, sourceLength: sourceEnd(inner, outer.sourceLength) };
}

/** Maps an offset of the view (0 to its length) to the source, behind what the view leaves out there. */
export function sourceOffset(map: OffsetMap, offset: number): number {
  const run = runAt(map.view, offset);
  const at = (map.source[run] ?? 0) + Math.max(0, offset - (map.view[run] ?? 0));
  return Math.min(at, map.source[run + 1] ?? map.sourceLength);
}

/** Maps the end of a span of the view to the source, before what the view leaves out there. */
export function sourceEnd(map: OffsetMap, offset: number): number {
  if (offset <= 0) return sourceOffset(map, 0);
  const run = runAt(map.view, offset - 1);
  const at = (map.source[run] ?? 0) + Math.max(0, offset - (map.view[run] ?? 0));
  return Math.min(at, map.source[run + 1] ?? map.sourceLength);
}

/** Maps a span of the view to the source: from its first unit to behind its last one. An empty span is a place behind the unit before it. */
export function sourceSpan(map: OffsetMap, { start, end }: Span): Span {
  if (start >= end) {
    const place = sourceEnd(map, start);
    return { start: place, end: place };
  }
  const first = sourceOffset(map, start);
  return { start: first, end: Math.max(first, sourceEnd(map, end)) };
}

/** Maps an offset of the source into the view: the place of that unit, or of the next one that the view holds. */
export function viewOffset(map: OffsetMap, offset: number): number {
  const run = runAt(map.source, offset);
  const at = (map.view[run] ?? 0) + Math.max(0, offset - (map.source[run] ?? 0));
  return Math.min(at, map.view[run + 1] ?? map.viewLength);
}

/** Index of the last of the ascending `starts` that is not above `offset`; 0 where all are. */
export function runAt(starts: readonly number[], offset: number): number {
  return Math.max(0, countUpTo(starts, offset) - 1);
}
