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

/** The spans in order, without those that begin inside an earlier one; of those that begin together, the longest stays. */
export function spansApart<S extends Span>(spans: readonly S[]): S[] {
  let covered = 0;
  return spans.toSorted(compareSpans).filter(({ start, end }) => {
    if (start < covered) return false;
    covered = end;
    return true;
  });
}

/** Of spans that ascend and do not overlap, those that lie in `range`. */
export function spansWithin<S extends Span>(spans: readonly S[], { start, end }: Span): readonly S[] {
  const from = firstFrom(spans, start);
  let to = from;
  while (to < spans.length && (spans[to] as S).end <= end) to++;
  return from === to ? noSpans : spans.slice(from, to);
}

/** Of spans that ascend and do not overlap, those that share text with `range`. */
export function spansOver<S extends Span>(spans: readonly S[], { start, end }: Span): readonly S[] {
  let from = firstFrom(spans, start);
  if (from > 0 && (spans[from - 1] as S).end > start) from--;
  let to = from;
  while (to < spans.length && (spans[to] as S).start < end) to++;
  return from === to ? noSpans : spans.slice(from, to);
}

/** Of spans that ascend, the one that starts at `start`. */
export function spanAt(spans: readonly Span[], start: number): Span | undefined {
  const found = spans[firstFrom(spans, start)];
  return found?.start === start ? found : undefined;
}

/** Of spans that ascend and do not overlap, the first one that lies in `range`. */
export function firstWithin<S extends Span>(spans: readonly S[], { start, end }: Span): S | undefined {
  const first = spans[firstFrom(spans, start)];
  return first !== undefined && first.end <= end ? first : undefined;
}

/** True where one of spans that ascend and do not overlap lies in `range`. */
export function hasWithin(spans: readonly Span[], range: Span): boolean {
  return firstWithin(spans, range) !== undefined;
}

/** True where one of spans that ascend and do not overlap shares text with `range`. */
export function hasOverlapping(spans: readonly Span[], range: Span): boolean {
  const at = firstFrom(spans, range.start);
  return [spans[at - 1], spans[at]].some((each) => each !== undefined && overlaps(each, range));
}

/** Of spans that ascend and do not overlap, the one that holds `inner`. */
export function spanAround<S extends Span>(spans: readonly S[], inner: Span): S | undefined {
  const last = lastBegun(spans, inner.start);
  return last && contains(last, inner) ? last : undefined;
}

/** Of spans that ascend and do not overlap, the last one that ends at `at` or before it. */
export function spanBefore<S extends Span>(spans: readonly S[], at: number): S | undefined {
  const next = firstFrom(spans, at);
  const touching = spans[next];
  if (touching && touching.end <= at) return touching;
  const last = spans[next - 1];
  return last && last.end > at ? spans[next - 2] : last;
}

/** Of spans that ascend, the first one that starts at `at` or behind it. */
export function spanBehind<S extends Span>(spans: readonly S[], at: number): S | undefined {
  return spans[firstFrom(spans, at)];
}

/** Of spans that ascend, the last one that starts at `at` or before it. */
export function lastBegun<S extends Span>(spans: readonly S[], at: number): S | undefined {
  return spans[firstFrom(spans, at + 1) - 1];
}

const noSpans: readonly never[] = [];

/** The index of the first of spans that ascend which starts at `start` or behind it; their number where none does. */
export function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
