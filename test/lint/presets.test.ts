import { describe, expect, it } from 'vitest';
import { isPreset, type Preset, presetSeverity } from '../../server/src/core/lint/presets';
import type { Severity } from '../../server/src/core/problem/severity';
import { letterRule } from './rules';

describe('a preset', () => {
  it.each<[Preset, Severity, Severity | null]>([
    ['recommended', 'error', 'error'],
    ['recommended', 'hint', 'hint'],
    ['strict', 'error', 'error'],
    ['strict', 'warning', 'error'],
    ['strict', 'information', 'warning'],
    ['strict', 'hint', 'information'],
    ['off', 'error', null],
  ])('%s makes of %s %s', (preset, severity, expected) => {
    expect(presetSeverity(preset, letterRule({ severity }))).toBe(expected);
  });

  it('switches on what is off by default only where it is strict', () => {
    const rule = letterRule({ offByDefault: true, severity: 'hint' });
    expect(presetSeverity('recommended', rule)).toBeNull();
    expect(presetSeverity('strict', rule)).toBe('information');
    expect(presetSeverity('off', rule)).toBeNull();
  });

  it('is known by its exact name', () => {
    expect(['recommended', 'strict', 'off', 'Strict', '', undefined, 1].filter(isPreset)).toEqual([
      'recommended',
      'strict',
      'off',
    ]);
  });
});
