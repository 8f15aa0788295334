import type { Severity } from '../problem/severity';
import { isAboutLanguage, type OptionSpecs, type OptionValues, type Rule } from '../rules/rule';
import type { Span } from '../text/span';
import { type Preset, presetSeverity } from './presets';
import type { Config } from './read-config';
import { defaultOptions, type RuleSettings } from './settings';

/** A layer of settings: a preset or a configuration. */
export type SettingsLayer = { readonly preset: Preset; readonly name: string } | { readonly config: Config };

/** Where a value comes from. `setting` is e.g. `IMR308 severity` or `IMR308 classes`. */
export interface TracedValue {
  readonly setting: string;
  readonly value: unknown;
  readonly from: string;
  readonly pointer?: string;
  readonly span?: Span;
}

export interface ResolvedSettings extends RuleSettings {
  /** Severity (or `off`) and options of every rule, by code. */
  readonly trace: readonly TracedValue[];
}

interface Resolved {
  severity: { value: Severity | null; origin: Omit<TracedValue, 'setting' | 'value'> };
  options: Map<string, { value: unknown; origin: Omit<TracedValue, 'setting' | 'value'> }>;
}

/** Applies the layers to the catalog's own settings; later layers win. */
export function resolveSettings(layers: readonly SettingsLayer[], rules: readonly Rule[]): ResolvedSettings {
  const resolved = new Map(rules.map((rule) => [rule, startOf(rule)]));
  for (const layer of layers) {
    if ('preset' in layer) applyPreset(layer.preset, layer.name, resolved);
    else applyConfig(layer.config, resolved);
  }
  const options = new Map([...resolved].map(([rule, settings]) => [rule, plainOptions(settings)]));
  const words = new Set(
    layers.flatMap((layer) => ('config' in layer ? layer.config.words.map((word) => word.toLowerCase()) : [])),
  );
  return {
    severityOf: (rule) => {
      const known = resolved.get(rule);
      return known ? known.severity.value : presetSeverity('recommended', rule);
    },
    optionsOf: (rule) => options.get(rule) ?? defaultOptions(rule),
    words,
    trace: [...resolved].flatMap(([rule, { severity, options }]) => [
      { setting: `${rule.code} severity`, value: severity.value ?? 'off', ...severity.origin },
      ...[...options].map(([name, { value, origin }]) => ({ setting: `${rule.code} ${name}`, value, ...origin })),
    ]),
  };
}

function plainOptions({ options }: Resolved): OptionValues<OptionSpecs> {
  return Object.fromEntries([...options].map(([name, { value }]) => [name, value])) as OptionValues<OptionSpecs>;
}

function startOf(rule: Rule): Resolved {
  const origin = { from: 'default' };
  const options = Object.entries(defaultOptions(rule)).map(([name, value]) => [name, { value, origin }] as const);
  return { severity: { value: presetSeverity('recommended', rule), origin }, options: new Map(options) };
}

function applyPreset(preset: Preset, from: string, resolved: ReadonlyMap<Rule, Resolved>): void {
  for (const [rule, settings] of resolved)
    settings.severity = { value: presetSeverity(preset, rule), origin: { from } };
}

function applyConfig({ source, rules, language }: Config, resolved: ReadonlyMap<Rule, Resolved>): void {
  const originAt = (pointer: string) => ({ from: source.name, pointer, span: source.locate?.(pointer, 'value') });
  if (language !== undefined) {
    for (const [rule, settings] of resolved) {
      if (!isAboutLanguage(rule)) continue;
      const value = language ? (settings.severity.value ?? presetSeverity('recommended', rule)) : null;
      settings.severity = { value, origin: originAt('/language') };
    }
  }
  for (const { rule, pointer, severity, options } of rules) {
    const settings = resolved.get(rule);
    if (!settings) continue;
    if (severity !== undefined) settings.severity = { value: severity, origin: originAt(pointer) };
    for (const [name, value] of Object.entries(options)) {
      settings.options.set(name, { value, origin: originAt(`${pointer}/${name}`) });
    }
  }
}
