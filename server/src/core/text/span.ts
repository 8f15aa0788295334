/** A half-open range `[start, end)` of UTF-16 code units. An empty span (`start === end`) marks a place, e.g. of a missing part. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

export function emptySpan(at: number): Span {
  return { start: at, end: at };
}

export function isEmpty(s: Span): boolean {
  return s.start === s.end;
}

/** True when `offset` lies in the span or touches either end, as a cursor does. */
export function touches(s: Span, offset: number): boolean {
  return s.start <= offset && offset <= s.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when the spans share a code unit; spans that only touch do not overlap. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Sorts by start, then the longer first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Of spans that ascend and do not overlap, those that lie in `range`. */
export function spansWithin<S extends Span>(spans: readonly S[], { start, end }: Span): readonly S[] {
  const from = firstFrom(spans, start);
  let to = from;
  while (to < spans.length && (spans[to] as S).end <= end) to++;
  return from === to ? noSpans : spans.slice(from, to);
}

/** Of spans that ascend, the one that starts at `start`. */
export function spanAt(spans: readonly Span[], start: number): Span | undefined {
  const found = spans[firstFrom(spans, start)];
  return found?.start === start ? found : undefined;
}

const noSpans: readonly never[] = [];

/** The index of the first span that starts at `start` or behind it. */
function firstFrom(spans: readonly Span[], start: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
