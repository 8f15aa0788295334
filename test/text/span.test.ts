import { describe, expect, it } from 'vitest';
import {
  contains,
  hasOverlapping,
  hasWithin,
  lastBegun,
  overlaps,
  type Span,
  span,
  spanAround,
  spanBefore,
  spanBehind,
  spansApart,
  spansWithin,
} from '../../server/src/core/text/span';

/** All lists of spans that ascend and do not overlap, with ends up to `last`. */
function* listsUpTo(last: number, from = 0): Generator<readonly Span[]> {
  yield [];
  for (let start = from; start < last; start++) {
    for (let end = start + 1; end <= last; end++) {
      for (const rest of listsUpTo(last, end)) yield [{ start, end }, ...rest];
    }
  }
}

const last = 5;
const lists = [...listsUpTo(last)];
const places = Array.from({ length: last + 2 }, (_, at) => at);
const ranges = places.flatMap((start) => places.slice(start + 1).map((end) => ({ start, end })));

describe('a search among sorted spans finds what looking at all of them finds', () => {
  it('in a range', () => {
    for (const spans of lists) {
      for (const range of ranges) {
        const inside = spans.filter((each) => contains(range, each));
        expect(spansWithin(spans, range)).toEqual(inside);
        expect(hasWithin(spans, range)).toBe(inside.length > 0);
        expect(hasOverlapping(spans, range)).toBe(spans.some((each) => overlaps(each, range)));
        expect(spanAround(spans, range)).toBe(spans.find((each) => contains(each, range)));
      }
    }
  });

  it('next to a place', () => {
    for (const spans of lists) {
      for (const at of places) {
        expect(spanBefore(spans, at)).toBe(spans.findLast(({ end }) => end <= at));
        expect(spanBehind(spans, at)).toBe(spans.find(({ start }) => start >= at));
        expect(lastBegun(spans, at)).toBe(spans.findLast(({ start }) => start <= at));
      }
    }
  });
});

describe('spans apart', () => {
  it('are those that begin inside no earlier one, the longest of those that begin together', () => {
    const spans = [span(6, 9), span(0, 2), span(8, 10), span(0, 4), span(2, 3), span(9, 9), span(9, 12)];
    expect(spansApart(spans)).toEqual([span(0, 4), span(6, 9), span(9, 12)]);
  });
});
