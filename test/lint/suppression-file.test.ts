import { describe, expect, it } from 'vitest';
import type { Suppression } from '../../server/src/core/lint/suppress';
import { addSuppression, readSuppressions, writeSuppressions } from '../../server/src/core/lint/suppression-file';
import { letterRule } from './rules';

const rules = [letterRule()];
const entry: Suppression = { rule: 'IMR001', item: 'Cane', text: '0a', letter: 'a.txt', reason: 'It is quoted.' };
const read = (content: unknown) => readSuppressions('s.json', content, rules);
const file = (...suppressions: unknown[]) => ({ version: 1, suppressions });
const found = (content: unknown) => read(content).findings.map(({ pointer, message }) => `${pointer} ${message}`);

describe('a suppression file', () => {
  it('gives its entries', () => {
    expect(read(file(entry)).suppressions).toEqual([entry]);
    expect(found(file(entry))).toEqual([]);
    expect(read(null).suppressions).toEqual([]);
    expect(found(undefined)).toEqual([]);
  });

  it.each([['a'], [{}], [[]], [{ suppressions: {} }]])('%j is none', (content) => {
    expect(found(content)).toEqual([' A suppression file is a map with "version": 1 and a list "suppressions".']);
  });

  it('of another version is read all the same', () => {
    expect(found({ version: 2, suppressions: [entry] })).toEqual(['/version "version" must be 1.']);
    expect(read({ version: 2, suppressions: [entry] }).suppressions).toHaveLength(1);
  });

  it.each([[null], [3], [{ text: 'a' }], [{ rule: 'IMR001' }]])('leaves out the entry %j', (broken) => {
    expect(read(file(broken, entry)).suppressions).toEqual([entry]);
    expect(found(file(entry, broken))).toEqual([
      '/suppressions/1 A suppression has at least "rule", "item", "text" (the fingerprint) and "reason".',
    ]);
  });

  it('says what an unknown rule may have meant', () => {
    expect(read(file({ ...entry, rule: 'frst-rule' })).findings[0]).toMatchObject({
      pointer: '/suppressions/0/rule',
      message: '"frst-rule" is no known rule; the entry has no effect. Did you mean "first-rule"?',
      replacement: 'first-rule',
    });
    expect(found(file({ ...entry, rule: 'something' }))).toEqual([
      '/suppressions/0/rule "something" is no known rule; the entry has no effect.',
    ]);
  });

  it('reads what is left out of an entry as nothing', () => {
    expect(read(file({ rule: 'IMR001', text: '0a', item: '', letter: 3 })).suppressions).toEqual([
      { rule: 'IMR001', item: null, text: '0a', reason: '' },
    ]);
  });

  it('lists entries without a reason on their own', () => {
    const { withoutReason, findings } = read(file(entry, { ...entry, reason: '  ' }));
    expect(withoutReason.map(({ pointer }) => pointer)).toEqual(['/suppressions/1/reason']);
    expect(findings).toEqual([]);
  });

  it('tells places, those of the entry where a part of it has none', () => {
    const locate = (pointer: string) => (pointer === '/suppressions/0' ? { start: 3, end: 9 } : undefined);
    const list = readSuppressions('s.json', file({ ...entry, reason: '' }), rules, locate);
    expect(list.suppressions.map((each) => list.placeOf(each))).toEqual([{ start: 3, end: 9 }]);
    expect(list.withoutReason[0]?.span).toEqual({ start: 3, end: 9 });
  });
});

describe('the text of a suppression file', () => {
  it('is read back as it was, each entry once', () => {
    const text = writeSuppressions([entry, { ...entry }]);
    expect(read(JSON.parse(text)).suppressions).toEqual([entry]);
    expect(text.endsWith(']\n}\n')).toBe(true);
    expect(writeSuppressions([])).toBe('{\n  "version": 1,\n  "suppressions": []\n}\n');
  });

  const added = (before: string, own: Partial<Suppression> = {}) => {
    const text = addSuppression(before, { ...entry, ...own });
    return text === undefined ? undefined : read(JSON.parse(text)).suppressions.map(({ reason }) => reason);
  };

  it('takes one entry more, in place of one for the same finding', () => {
    expect(added('')).toEqual(['It is quoted.']);
    const text = writeSuppressions([entry]);
    expect(added(text, { reason: 'New.' })).toEqual(['New.']);
    for (const own of [{ rule: 'first-rule' }, { item: null }, { text: '0b' }, { letter: 'b.txt' }]) {
      expect(added(text, { ...own, reason: 'New.' })).toEqual(['It is quoted.', 'New.']);
    }
  });

  it.each(['{', '[]', 'null', '{"suppressions":3}', '{"suppressions":[3]}', '{"suppressions":[null]}'])(
    'is not overwritten where it is %s',
    (before) => {
      expect(added(before)).toBeUndefined();
    },
  );
});
