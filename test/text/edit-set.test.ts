import { describe, expect, it } from 'vitest';
import { clash, type TextEdit } from '../../server/src/core/text/edit';
import { createEditSet } from '../../server/src/core/text/edit-set';

const edit = (start: number, end: number): TextEdit => ({ span: { start, end }, newText: 'x' });
const all = Array.from({ length: 5 }, (_, start) =>
  Array.from({ length: 5 - start }, (__, length) => edit(start, start + length)),
).flat();

describe('a set of edits', () => {
  it('takes what clashes with none that it took, in any order', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const set = createEditSet();
      const taken: TextEdit[] = [];
      for (let i = 0; i < 12; i++) {
        const next = all[(seed * 7 + i * i * seed + i * 3) % all.length] as TextEdit;
        const isFree = taken.every((other) => !clash(next, other));
        expect(set.takes([next]), `seed ${seed}`).toBe(isFree);
        if (isFree) taken.push(next);
      }
    }
  });

  it('takes all edits of a fix or none', () => {
    const set = createEditSet();
    expect(set.takes([edit(0, 2), edit(6, 8)])).toBe(true);
    expect(set.takes([edit(3, 4), edit(7, 9)])).toBe(false);
    expect(set.takes([edit(3, 4)])).toBe(true);
  });
});
