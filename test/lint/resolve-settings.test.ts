import { describe, expect, it } from 'vitest';
import { type ConfigSource, readConfig } from '../../server/src/core/lint/read-config';
import { resolveSettings, type SettingsLayer } from '../../server/src/core/lint/resolve-settings';
import { letterRule } from './rules';

const options = { most: { type: 'number', default: 3, description: 'Most.' } } as const;
const first = letterRule({ options });
const second = letterRule({ code: 'IMR002', name: 'second-rule', severity: 'hint', offByDefault: true });
const rules = [first, second];

const config = (name: string, settings: object, locate?: ConfigSource['locate']): SettingsLayer => ({
  config: readConfig({ name, content: { rules: settings }, ...(locate && { locate }) }, { rules, forms: [] }),
});
const resolve = (...layers: SettingsLayer[]) => resolveSettings(layers, rules);

describe('settings', () => {
  it('are those of the catalog where no layer speaks', () => {
    expect(resolve().trace).toEqual([
      { setting: 'IMR001 severity', value: 'warning', from: 'default' },
      { setting: 'IMR001 most', value: 3, from: 'default' },
      { setting: 'IMR002 severity', value: 'off', from: 'default' },
    ]);
  });

  it('are what the last layer that speaks of them says', () => {
    const settings = resolve(
      config('a.yaml', { IMR001: 'error', IMR002: 'hint' }),
      { preset: 'strict', name: 'b.yaml' },
      config('c.yaml', { IMR001: { most: 5 }, IMR002: 'off' }),
    );
    expect(settings.severityOf(first)).toBe('error');
    expect(settings.severityOf(second)).toBeNull();
    expect(settings.optionsOf(first)).toEqual({ most: 5 });
    expect(settings.trace.map(({ setting, from, pointer }) => [setting, from, pointer])).toEqual([
      ['IMR001 severity', 'b.yaml', undefined],
      ['IMR001 most', 'c.yaml', '/rules/IMR001/most'],
      ['IMR002 severity', 'c.yaml', '/rules/IMR002'],
    ]);
  });

  it('keep their options when only the severity changes, and the severity when only an option does', () => {
    const settings = resolve(config('a', { IMR001: { most: 5 } }), config('b', { IMR001: 'hint' }));
    expect(settings.optionsOf(first)).toEqual({ most: 5 });
    expect(resolve(config('a', { IMR001: 'hint' }), config('b', { IMR001: { most: 5 } })).severityOf(first)).toBe(
      'hint',
    );
  });

  it('tell where they stand', () => {
    const spanOf = { start: 4, end: 9 };
    const settings = resolve(config('a', { IMR001: 'hint' }, (_, part) => (part === 'value' ? spanOf : undefined)));
    expect(settings.trace[0]).toEqual({
      setting: 'IMR001 severity',
      value: 'hint',
      from: 'a',
      pointer: '/rules/IMR001',
      span: spanOf,
    });
  });

  it('of an unknown rule are those of the catalog', () => {
    const other = letterRule({ code: 'IMR003', options });
    const settings = resolve({ preset: 'off', name: 'a' });
    expect(settings.severityOf(first)).toBeNull();
    expect(settings.severityOf(other)).toBe('warning');
    expect(settings.optionsOf(other)).toEqual({ most: 3 });
    expect(settings.severityOf(letterRule({ offByDefault: true }))).toBeNull();
  });

  it('of a rule that is not asked about are left alone', () => {
    const layer = config('a', { IMR002: 'error' });
    expect(resolveSettings([layer], [first]).trace.map(({ setting }) => setting)).toEqual([
      'IMR001 severity',
      'IMR001 most',
    ]);
  });
});
