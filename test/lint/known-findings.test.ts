import { describe, expect, it } from 'vitest';
import { type Stretch, toFindings, toKnown } from '../../server/src/core/lint/known-findings';
import type { Fix } from '../../server/src/core/problem/fix';
import type { Finding } from '../../server/src/core/problem/problem';
import { finding } from './rules';

const stretchAt = (start: number): Stretch => ({ start, end: start + 20, text: 'x'.repeat(20) });
const before = { start: 0, end: 50 };
const never = () => {
  throw new Error('the rule was run again');
};

describe('findings of a stretch', () => {
  it('are none where there were none', () => {
    expect(toKnown([], stretchAt(100), before)).toEqual([]);
    expect(toFindings([], stretchAt(300), never)).toEqual([]);
  });

  it('move with it, and those before the first block do not', () => {
    const inside = finding(105, 110, { anchor: { start: 100, end: 120 }, help: 'Why.' });
    const outside = finding(119, 120, { related: [{ span: { start: 40, end: 50 }, message: 'there' }] });
    const known = toKnown([inside, outside], stretchAt(100), before);
    expect(known && toFindings(known, stretchAt(300), never)).toEqual([
      { span: { start: 305, end: 310 }, anchor: { start: 300, end: 320 }, message: 'This is wrong.', help: 'Why.' },
      {
        span: { start: 319, end: 320 },
        message: 'This is wrong.',
        related: [{ span: { start: 40, end: 50 }, message: 'there' }],
      },
    ]);
  });

  it.each([
    ['their place', finding(99, 110)],
    ['their place', finding(110, 121)],
    ['their anchor', finding(105, 110, { anchor: { start: 60, end: 70 } })],
    ['a related place', finding(105, 110, { related: [{ span: { start: 49, end: 51 }, message: 'there' }] })],
  ])('are not kept where %s is elsewhere', (_, one) => {
    expect(toKnown([one, finding(105, 110)], stretchAt(100), before)).toBeUndefined();
  });

  const madeFor = (found: Finding | undefined) => {
    if (typeof found?.fixes !== 'function') throw new Error('fixes are not put off');
    return found.fixes() ?? [];
  };

  it('are found again for their fixes, once and when they are asked for', () => {
    const fix = (title: string): Fix => ({ title, kind: 'review', edits: [] });
    const findings = [finding(101, 102), finding(103, 104, { fixes: [fix('old')] }), finding(105, 106, { fixes: [] })];
    const known = toKnown(findings, stretchAt(100), before);
    let runs = 0;
    const again = () => {
      runs++;
      return [finding(1, 2), finding(3, 4, { fixes: [fix('new')] })];
    };
    const [none, one, gone] = known ? toFindings(known, stretchAt(0), again) : [];
    expect(none && 'fixes' in none).toBe(false);
    expect(runs).toBe(0);
    expect(madeFor(one).map(({ title }) => title)).toEqual(['new']);
    expect(madeFor(gone)).toEqual([]);
    expect(runs).toBe(1);
  });
});
