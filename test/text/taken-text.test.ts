import { describe, expect, it } from 'vitest';
import { span } from '../../server/src/core/text/span';
import { TakenText } from '../../server/src/core/text/taken-text';

describe('a text of which parts are taken', () => {
  it('is free at first', () => {
    expect(new TakenText(10).has(span(0, 10))).toBe(false);
  });

  it('is taken where a span was taken, and nowhere else', () => {
    const taken = new TakenText(10, [span(2, 4)]);
    taken.take(span(7, 8));
    expect([span(0, 2), span(4, 7), span(8, 10)].map((each) => taken.has(each))).toEqual([false, false, false]);
    expect([span(0, 3), span(3, 5), span(2, 4), span(0, 10), span(7, 8)].every((each) => taken.has(each))).toBe(true);
  });

  it('holds no empty span', () => {
    expect(new TakenText(10, [span(2, 4)]).has(span(3, 3))).toBe(false);
  });
});
