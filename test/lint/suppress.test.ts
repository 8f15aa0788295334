import { describe, expect, it } from 'vitest';
import { ruleNamed, suppress, suppressionFor, unusedIn } from '../../server/src/core/lint/suppress';
import { letterRule, problem } from './rules';

const text = 'He has has a knee that is stiff, and a hip that is not.';
const doubled = problem(3, 10, { item: 'Knee  brace' });
const entry = suppressionFor(doubled, text, 'a.txt', 'It is quoted.');

describe('an entry', () => {
  it('tells code, item, letter and reason', () => {
    expect(entry).toMatchObject({ rule: 'IMR001', item: 'Knee  brace', letter: 'a.txt', reason: 'It is quoted.' });
    expect(suppressionFor(problem(3, 10), text, 'a.txt', 'x').item).toBeNull();
    expect(suppressionFor(problem(3, 10, { item: '' }), text, 'a.txt', 'x').item).toBeNull();
  });

  it('hides its problem and no other', () => {
    const other = problem(13, 17, { item: 'Knee brace' });
    expect(suppress([doubled, other], text, [entry])).toEqual({
      problems: [other],
      suppressed: [{ problem: doubled, suppression: entry }],
    });
  });

  it('knows a problem by its anchor', () => {
    const moved = { ...doubled, span: { start: 20, end: 24 }, anchor: { start: 3, end: 10 } };
    expect(suppress([moved], text, [entry]).suppressed).toHaveLength(1);
    expect(suppress([{ ...moved, anchor: { start: 20, end: 24 } }], text, [entry]).suppressed).toEqual([]);
  });

  it.each([
    ['names the rule', { rule: 'first-rule' }, 1],
    ['has other spaces in its item', { item: ' Knee brace ' }, 1],
    ['names another letter', { letter: 'b.txt' }, 1],
    ['names another rule', { rule: 'IMR002' }, 0],
    ['names another item', { item: 'Cane' }, 0],
    ['names no item', { item: null }, 0],
    ['has another text', { text: '0' }, 0],
    ['gives no reason', { reason: ' ' }, 0],
  ])('that %s hides as many: %j', (_, own, count) => {
    expect(suppress([doubled], text, [{ ...entry, ...own }]).suppressed).toHaveLength(count);
  });

  it('without entries nothing is hidden', () => {
    expect(suppress([doubled], text, [])).toEqual({ problems: [doubled], suppressed: [] });
  });
});

describe('an entry that hid nothing', () => {
  const used = [{ problem: doubled, suppression: entry }];
  const unused = (own: object, isOn = true) => unusedIn('a.txt', [{ ...entry, ...own }], used, () => isOn).length;

  it('is unused in its letter, while its rule is on and it has a reason', () => {
    expect(unused({})).toBe(1);
    expect(unused({ letter: 'b.txt' })).toBe(0);
    expect(unused({ reason: '  ' })).toBe(0);
    expect(unused({}, false)).toBe(0);
    expect(unusedIn('a.txt', [entry], used, () => true)).toEqual([]);
    expect(unusedIn('a.txt', [entry], [], (rule) => rule === 'IMR001')).toEqual([entry]);
  });
});

it('a rule is named by its name, or by its code in any case', () => {
  const rules = [letterRule(), letterRule({ code: 'IMR002', name: 'second-rule' })];
  expect(ruleNamed('second-rule', rules)).toBe(rules[1]);
  expect(ruleNamed('imr002', rules)).toBe(rules[1]);
  expect(ruleNamed('Second-Rule', rules)).toBeUndefined();
});
