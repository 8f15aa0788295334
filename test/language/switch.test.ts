import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  checkLetter,
  composeExample,
  readConfig,
  resolveSettings,
  rules,
  usesLanguage,
} from '../../server/src/core/index';
import { language } from '../language';

const text = composeExample({
  summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has sevrely lowwer back back
pain,, and takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
});

function codesWith(...contents: readonly object[]): readonly string[] {
  const layers = contents.map((content) => ({ config: readConfig({ name: 'test', content }, { rules, forms: [] }) }));
  const settings = resolveSettings(layers, rules);
  const options = { forms: builtinForms, library: builtinLibrary, settings, language };
  return checkLetter(text, options)
    .problems.map(({ code }) => code)
    .filter((code) => /^IMR[57]/.test(code));
}

describe('the switch for language', () => {
  it('turns off spelling and grammar, and what belongs to language among the older rules', () => {
    expect(codesWith({})).toEqual(expect.arrayContaining(['IMR502', 'IMR507', 'IMR701']));
    expect(codesWith({ language: false })).toEqual([]);
  });

  it('is overruled by a rule of the same file, and by a file above it', () => {
    expect(codesWith({ language: false, rules: { 'doubled-word': 'hint' } })).toEqual(['IMR502']);
    expect(codesWith({ language: false }, { language: true })).toEqual(codesWith({}));
    expect(codesWith({ rules: { 'doubled-word': 'off' } }, { language: false })).toEqual([]);
  });

  it('leaves nothing to load', () => {
    const off = resolveSettings(
      [{ config: readConfig({ name: 'test', content: { language: false } }, { rules, forms: [] }) }],
      rules,
    );
    expect(usesLanguage(off)).toBe(false);
    expect(usesLanguage(resolveSettings([], rules))).toBe(true);
  });

  it('takes the words of all files for right, whatever their case', () => {
    const misspelled = (...contents: readonly object[]) =>
      codesWith(...contents).filter((code) => code === 'IMR701').length;
    expect(misspelled({})).toBe(2);
    expect(misspelled({ words: ['Sevrely'] }, { words: ['lowwer'] })).toBe(0);
  });
});
