import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { readConfig } from '../../server/src/core/lint/read-config';
import { letterRule } from './rules';

const first = letterRule({
  options: {
    most: { type: 'number', default: 3, description: 'The most.' },
    loud: { type: 'boolean', default: false, description: 'Be loud.' },
    words: { type: 'strings', default: [], description: 'The words.' },
    parts: { type: 'strings', default: [], values: ['upper', 'lower'], description: 'The parts.' },
  },
});
const second = letterRule({ code: 'IMR002', name: 'second-rule' });
const { forms } = builtinForms;
const read = (content: unknown) => readConfig({ name: 'a.yaml', content }, { rules: [first, second], forms });
const found = (content: unknown) => read(content).findings.map(({ pointer, message }) => `${pointer} ${message}`);
const rule = (settings: object) => read({ rules: settings }).rules.map(({ severity, options }) => [severity, options]);

describe('a configuration', () => {
  it.each([[undefined], [null], [{}], [{ $schema: 'x' }]])('%j says nothing and is right', (content) => {
    expect(read(content)).toMatchObject({
      extends: [],
      rules: [],
      packs: [],
      files: undefined,
      ignore: [],
      findings: [],
    });
  });

  it.each([[[]], ['a'], [1]])('%j is none', (content) => {
    expect(found(content)).toEqual([
      ' A configuration is a map with the keys extends, rules, language, words, form, packs, files, and ignore.',
    ]);
  });

  it('may hold one text or a list of them', () => {
    expect(read({ packs: 'a', files: 'b', ignore: ['c', 'd'] })).toMatchObject({
      packs: [{ pointer: '/packs', path: 'a' }],
      files: ['b'],
      ignore: ['c', 'd'],
      findings: [],
    });
    expect(read({ packs: ['a', 'b'] }).packs).toEqual([
      { pointer: '/packs/0', path: 'a' },
      { pointer: '/packs/1', path: 'b' },
    ]);
    expect(read({ files: [] }).files).toEqual([]);
    expect(read({ files: null }).files).toBeUndefined();
  });

  it('says whether language is checked, and which words are right', () => {
    expect(read({ language: false, words: ['Foo', 'bar'] })).toMatchObject({ language: false, words: ['Foo', 'bar'] });
    expect(read({ language: null }).language).toBeUndefined();
    expect(found({ language: 'off', words: {} })).toEqual([
      '/language Expected true or false.',
      '/words words is a text or a list of texts.',
    ]);
  });

  it('names a form of letters, which YAML may read as a number', () => {
    expect(read({ form: '2018' }).form).toBe('2018');
    expect(read({ form: 2015 })).toMatchObject({ form: '2015', findings: [] });
    expect(read({ form: null }).form).toBeUndefined();
    expect(read({ form: 'unknown' }).form).toBeUndefined();
    expect(found({ form: 2016 })).toEqual([
      '/form "2016" is no known form of a letter; it has no effect. Known: 2013-2014, 2013, 2014, 2015, 2018, professional-review.',
    ]);
    expect(found({ form: ['2018'] })).toEqual([
      '/form form is one of 2013-2014, 2013, 2014, 2015, 2018, professional-review.',
    ]);
  });

  it('leaves out what is no text', () => {
    expect(read({ ignore: ['a', 1, 'b'] })).toMatchObject({ ignore: ['a', 'b'] });
    expect(found({ ignore: ['a', 1], files: {} })).toEqual([
      '/files files is a text or a list of texts.',
      '/ignore/1 ignore holds texts only.',
    ]);
  });

  it('says what an unknown key may have meant', () => {
    const [finding] = read({ rulse: {}, 'a/b~': 1 }).findings;
    expect(finding).toEqual({
      source: 'a.yaml',
      pointer: '/rulse',
      span: undefined,
      message: '"rulse" is no known key; it has no effect. Did you mean "rules"?',
      replacement: 'rules',
    });
    expect(found({ 'a/b~': 1 })).toEqual([
      '/a~1b~0 "a/b~" is no known key; it has no effect. Known: extends, rules, language, words, form, packs, files, ignore.',
    ]);
  });
});

describe('what a configuration builds upon', () => {
  it('is a preset or a file', () => {
    expect(read({ extends: 'strict' }).extends).toEqual([{ pointer: '/extends', preset: 'strict' }]);
    expect(read({ extends: ['off', './a', 'b.yaml', 'c\\d'] }).extends).toEqual([
      { pointer: '/extends/0', preset: 'off' },
      { pointer: '/extends/1', path: './a' },
      { pointer: '/extends/2', path: 'b.yaml' },
      { pointer: '/extends/3', path: 'c\\d' },
    ]);
  });

  it('is nothing where it is neither', () => {
    expect(read({ extends: ['strikt'] })).toMatchObject({
      extends: [],
      findings: [{ pointer: '/extends/0', replacement: 'strict' }],
    });
  });
});

describe('a rule in a configuration', () => {
  it('is known by its name, and by its code in any case', () => {
    for (const key of ['first-rule', 'IMR001', 'imr001'])
      expect(read({ rules: { [key]: 'error' } }).rules[0]?.rule).toBe(first);
    expect(found({ rules: { 'First-Rule': 'error' } })).toHaveLength(1);
  });

  it('is named after its kind where it is not known', () => {
    expect(read({ rules: { IMR0001: 'error' } }).findings[0]?.replacement).toBe('IMR001');
    expect(read({ rules: { 'secnd-rule': 'error' } }).findings[0]?.replacement).toBe('second-rule');
  });

  it('counts the last time it is named', () => {
    expect(found({ rules: { IMR001: 'error', 'first-rule': 'hint' } })).toEqual([
      '/rules/first-rule "first-rule" and "IMR001" are the same rule; the last one counts.',
    ]);
  });

  it('is a map', () => {
    expect(found({ rules: [] })).toEqual(["/rules rules is a map from a rule's code or name to its severity."]);
    expect(found({ rules: null })).toEqual([]);
  });
});

describe('a severity', () => {
  it.each([
    ['off', null],
    ['error', 'error'],
    ['warning', 'warning'],
    ['information', 'information'],
    ['hint', 'hint'],
  ])('%s is read', (written, severity) => {
    expect(rule({ IMR001: written })).toEqual([[severity, {}]]);
    expect(rule({ IMR001: { severity: written } })).toEqual([[severity, {}]]);
  });

  it.each([
    ['info', 'information'],
    ['WARN', 'warning'],
    ['none', 'off'],
    [false, 'off'],
    [true, 'warning'],
    ['eror', 'error'],
    ['sometimes', undefined],
    [3, undefined],
  ])('%j is none, and may have meant %j', (written, meant) => {
    const { rules, findings } = read({ rules: { IMR001: written } });
    expect(rules[0]?.severity).toBeUndefined();
    expect(findings[0]?.replacement).toBe(meant);
    const help = meant ? ` Did you mean "${meant}"?` : '';
    expect(findings[0]?.message).toBe(`A severity is one of off, hint, information, warning, error.${help}`);
  });

  it('may be left out', () => {
    expect(rule({ IMR001: {} })).toEqual([[undefined, {}]]);
    expect(read({ rules: { IMR001: { severity: 'x' } } }).findings[0]?.pointer).toBe('/rules/IMR001/severity');
  });
});

describe('an option', () => {
  it.each([
    [{ most: 5 }],
    [{ most: 0 }],
    [{ loud: true }],
    [{ words: ['a', 'b'] }],
    [{ words: [] }],
    [{ parts: ['upper', 'lower'] }],
  ])('%j is read', (options) => {
    expect(rule({ IMR001: options })).toEqual([[undefined, options]]);
  });

  it.each([
    [{ most: '5' }, '/rules/IMR001/most This option is a number: The most.'],
    [{ most: Number.NaN }, '/rules/IMR001/most This option is a number: The most.'],
    [{ loud: 'yes' }, '/rules/IMR001/loud This option is a boolean: Be loud.'],
    [{ words: 'a' }, '/rules/IMR001/words This option is a list of texts: The words.'],
    [{ words: ['a', 1] }, '/rules/IMR001/words This option is a list of texts: The words.'],
    [
      { parts: ['upper', 'middle'] },
      '/rules/IMR001/parts/1 "middle" is no known value; it has no effect. Known: upper, lower.',
    ],
    [{ mots: 5 }, '/rules/IMR001/mots "mots" is no known option of first-rule; it has no effect. Did you mean "most"?'],
    [
      { toString: 5 },
      '/rules/IMR001/toString "toString" is no known option of first-rule; it has no effect. Known: severity, most, loud, words, parts.',
    ],
  ])('%j is left out', (options, message) => {
    expect(rule({ IMR001: options })).toEqual([[undefined, {}]]);
    expect(found({ rules: { IMR001: options } })).toEqual([message]);
  });
});

describe('the place of a finding', () => {
  it('is that of the key for a name, and of the value for anything else', () => {
    const locate = (pointer: string, part: string) => ({ start: pointer.length, end: part === 'key' ? 100 : 200 });
    const content = { rulse: 1, rules: { nothing: 'off', IMR001: 'loud' }, extends: 'strikt' };
    const { findings } = readConfig({ name: 'a', content, locate }, { rules: [first], forms });
    expect(findings.map(({ pointer, span }) => [pointer, span])).toEqual([
      ['/rulse', { start: 6, end: 100 }],
      ['/extends', { start: 8, end: 200 }],
      ['/rules/nothing', { start: 14, end: 100 }],
      ['/rules/IMR001', { start: 13, end: 200 }],
    ]);
  });
});
