import { describe, expect, it } from 'vitest';
import { defaultOptions, defaultSettings } from '../../server/src/core/lint/settings';
import { letterRule } from './rules';

describe('the settings of the catalog', () => {
  it('are the severities that rules state', () => {
    expect(defaultSettings.severityOf(letterRule({ severity: 'hint' }))).toBe('hint');
    expect(defaultSettings.severityOf(letterRule({ severity: 'hint', offByDefault: true }))).toBeNull();
  });

  it('are the defaults of their options', () => {
    const rule = letterRule({
      options: {
        most: { type: 'number', default: 3, description: 'Most.' },
        words: { type: 'strings', default: ['a'], description: 'Words.' },
      },
    });
    expect(defaultSettings.optionsOf(rule)).toEqual({ most: 3, words: ['a'] });
    expect(defaultOptions(letterRule())).toEqual({});
  });
});
