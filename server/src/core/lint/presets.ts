import { type Severity, severities } from '../problem/severity';
import type { Rule } from '../rules/rule';

export const presets = ['recommended', 'strict', 'off'] as const;
export type Preset = (typeof presets)[number];

export function isPreset(name: unknown): name is Preset {
  return (presets as readonly unknown[]).includes(name);
}

/**
 * Severity that a preset gives a rule; null: off. `recommended` is the catalog's, `strict` turns every rule on, one step more
 * severe, and `off` is for configurations that turn on only what they want.
 */
export function presetSeverity(preset: Preset, rule: Rule): Severity | null {
  if (preset === 'off') return null;
  if (preset === 'recommended') return rule.offByDefault ? null : rule.severity;
  return severities[Math.max(0, severities.indexOf(rule.severity) - 1)] ?? rule.severity;
}
