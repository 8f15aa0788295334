import { expect, it } from 'vitest';
import { createFindings, mostFindings } from '../../server/src/core/lint/findings';

function listOf(count: number) {
  let said = 0;
  const list = createFindings('a.yaml');
  for (let i = 0; i < count; i++) {
    list.add(
      `/${i}`,
      () => ({ start: i, end: i }),
      () => {
        said++;
        return { message: `Problem ${i}.` };
      },
    );
  }
  return { all: list.all(), said };
}

it('lists as many problems as there is room for', () => {
  expect(listOf(0).all).toEqual([]);
  const { all, said } = listOf(mostFindings);
  expect(all).toHaveLength(mostFindings);
  expect(said).toBe(mostFindings);
  expect(all[0]).toEqual({ source: 'a.yaml', pointer: '/0', span: { start: 0, end: 0 }, message: 'Problem 0.' });
});

it.each([
  [1, '1 more problem in this file is not listed.'],
  [2, '2 more problems in this file are not listed.'],
])('counts %i more at the place of the first of them, without their words', (more, message) => {
  const { all, said } = listOf(mostFindings + more);
  expect(said).toBe(mostFindings);
  expect(all).toHaveLength(mostFindings + 1);
  expect(all.at(-1)).toEqual({
    source: 'a.yaml',
    pointer: `/${mostFindings}`,
    span: { start: mostFindings, end: mostFindings },
    message,
  });
});
