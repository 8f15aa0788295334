import type { Rule } from '../rules/rule';

/** Rules of one hundred of codes. */
export interface RuleGroup {
  /** `form`; the folder of their files. */
  readonly name: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

const hundreds = [
  { digit: '1', name: 'form', title: 'Form of the letter' },
  { digit: '2', name: 'citations', title: 'Guideline citations' },
  { digit: '3', name: 'rationale', title: 'Rationale' },
  { digit: '4', name: 'consistency', title: 'One part against another' },
  { digit: '5', name: 'wording', title: 'Damaged text and wording' },
  { digit: '6', name: 'privacy', title: 'Privacy' },
  { digit: '7', name: 'language', title: 'Language' },
  { digit: '9', name: 'tool', title: 'The tool itself' },
];

/** The rules by group, in the order of codes; a group without any is left out. */
export function ruleGroups(rules: readonly Rule[]): readonly RuleGroup[] {
  return hundreds
    .map(({ digit, ...group }) => ({ ...group, rules: rules.filter(({ code }) => code.charAt(3) === digit) }))
    .filter((group) => group.rules.length > 0);
}
