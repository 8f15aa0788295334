import type { Severity } from '../problem/severity';
import { rules } from '../rules/index';
import type { OptionSpecs, OptionValues, Rule } from '../rules/rule';

/** Resolved severity and options of every rule. */
export interface RuleSettings {
  /** Null: off. */
  severityOf(rule: Rule): Severity | null;
  optionsOf(rule: Rule): OptionValues<OptionSpecs>;
  /** Words in lower case that are spelled correctly. */
  readonly words?: ReadonlySet<string>;
}

/** The catalog's own settings. */
export const defaultSettings: RuleSettings = {
  severityOf: (rule) => (rule.offByDefault ? null : rule.severity),
  optionsOf: defaultOptions,
};

/** Returns whether any rule that needs `Language` is on. */
export function usesLanguage({ severityOf }: RuleSettings): boolean {
  return rules.some((rule) => rule.scope === 'sentence' && severityOf(rule) !== null);
}

const noOptions: OptionValues<OptionSpecs> = {};

export function defaultOptions(rule: Rule): OptionValues<OptionSpecs> {
  const specs: OptionSpecs | undefined = rule.options;
  if (!specs) return noOptions;
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, spec.default]),
  ) as OptionValues<OptionSpecs>;
}
