import { ruleGroups, ruleNamed, rules } from '../core/index';
import { didYouMean } from './did-you-mean';
import type { Options } from './options';
import { UsageError } from './usage-error';

/** Returns a filter of codes for `--only` and `--group`. Throws a UsageError for an unknown rule or group. */
export function chosenRules({ only, group }: Pick<Options, 'only' | 'group'>): (code: string) => boolean {
  if (only === undefined && group === undefined) return () => true;
  const codes = new Set([...listOf(only).map(codeNamed), ...listOf(group).flatMap(codesOfGroup)]);
  return (code) => codes.has(code);
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').flatMap((each) => each.trim() || []);
}

function codeNamed(name: string): string {
  const rule = ruleNamed(name, rules);
  if (rule) return rule.code;
  throw new UsageError(`--only ${name}: no such rule${didYouMean(name, namesOfRules())}; imr explain lists them`);
}

/** Codes and names of all rules. */
export function namesOfRules(): string[] {
  return rules.flatMap(({ code, name }) => [code, name]);
}

function codesOfGroup(name: string): readonly string[] {
  const groups = ruleGroups(rules);
  const group = groups.find((each) => each.name === name);
  if (group) return group.rules.map(({ code }) => code);
  const names = groups.map((each) => each.name);
  throw new UsageError(`--group ${name}: not one of ${names.join(', ')}${didYouMean(name, names)}`);
}
