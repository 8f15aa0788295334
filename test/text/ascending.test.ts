import { describe, expect, it } from 'vitest';
import { countUpTo, firstWhere } from '../../server/src/core/text/ascending';

const lists = [[], [0], [0, 5], [2, 2, 2], [0, 5, 9, 12], [0, 1, 2, 3, 4, 5, 6, 7]];

describe.each(lists.map((list) => ({ list })))('in $list', ({ list }) => {
  it.each([-1, 0, 1, 2, 5, 7, 12, 20])('%i is found as by looking at each', (limit) => {
    const above = list.findIndex((number) => number > limit);
    const expected = above < 0 ? list.length : above;
    expect(countUpTo(list, limit)).toBe(expected);
    expect(firstWhere(list, (number) => number > limit)).toBe(expected);
  });
});
