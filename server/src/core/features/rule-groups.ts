import type { Rule } from '../rules/rule';

/** Rules of one hundred of codes. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

const hundreds = [
  { digit: '1', title: 'Form of the letter' },
  { digit: '2', title: 'Guideline citations' },
  { digit: '3', title: 'Rationale' },
  { digit: '4', title: 'One part against another' },
  { digit: '5', title: 'Damaged text and wording' },
  { digit: '6', title: 'Privacy' },
  { digit: '7', title: 'Language' },
  { digit: '9', title: 'The tool itself' },
];

/** The rules by group, in the order of codes; a group without any is left out. */
export function ruleGroups(rules: readonly Rule[]): readonly RuleGroup[] {
  return hundreds
    .map(({ digit, title }) => ({ title, rules: rules.filter(({ code }) => code.charAt(3) === digit) }))
    .filter((group) => group.rules.length > 0);
}
