import { ruleNamed, rules } from '../core/index';
import { didYouMean } from './did-you-mean';
import type { Options } from './options';
import { UsageError } from './usage-error';

/** Groups of rules by name, with the first digit of their codes. */
const groups: Readonly<Record<string, string>> = {
  form: '1',
  citations: '2',
  rationale: '3',
  consistency: '4',
  wording: '5',
  privacy: '6',
  language: '7',
  tool: '9',
};

/** Returns whether `--only` and `--group` let a code through. Throws a UsageError for an unknown rule or group. */
export function chosenRules({ only, group }: Pick<Options, 'only' | 'group'>): (code: string) => boolean {
  if (only === undefined && group === undefined) return () => true;
  const codes = new Set(listOf(only).map(codeNamed));
  const digits = new Set(listOf(group).map(digitOf));
  return (code) => codes.has(code) || digits.has(code.charAt(3));
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

function digitOf(name: string): string {
  const digit = groups[name];
  if (digit !== undefined) return digit;
  const names = Object.keys(groups);
  throw new UsageError(`--group ${name}: not one of ${names.join(', ')}${didYouMean(name, names)}`);
}
