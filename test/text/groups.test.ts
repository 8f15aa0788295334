import { expect, it } from 'vitest';
import { addTo } from '../../server/src/core/text/groups';

it('keeps the values of each key in their order', () => {
  const groups = new Map<string, number[]>();
  for (const number of [1, 2, 3, 4]) addTo(groups, number % 2 ? 'odd' : 'even', number);
  expect([...groups]).toEqual([
    ['odd', [1, 3]],
    ['even', [2, 4]],
  ]);
});
