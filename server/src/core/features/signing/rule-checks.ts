import type { Problem } from '../../problem/problem';
import type { Severity } from '../../problem/severity';
import type { Rule } from '../../rules/rule';
import { ruleGroups } from '../rule-groups';

export interface RuleFound {
  readonly rule: Rule;
  /** How often, by severity. */
  readonly counts: Readonly<Partial<Record<Severity, number>>>;
  /** How many more are ignored with a reason. */
  readonly ignored: number;
}

/** What the rules of one group came to. Every rule about letters stands in one of the lists. */
export interface GroupCheck {
  readonly title: string;
  readonly passed: readonly Rule[];
  /** Those that found something, be it only a hint. */
  readonly found: readonly RuleFound[];
  /** About decisions, where there are none. */
  readonly idle: readonly Rule[];
  /** Not run: switched off. */
  readonly off: readonly Rule[];
  /** Not run to the end: a fault of the program. */
  readonly failed: readonly Rule[];
}

export interface RulesRun {
  /** The rules there are. */
  readonly rules: readonly Rule[];
  isOn(rule: Rule): boolean;
  readonly failed: readonly Rule[];
}

/** By group, without the rules about the tool's own files. */
export function groupChecks(
  { rules, isOn, failed }: RulesRun,
  problems: readonly Problem[],
  ignored: readonly Problem[],
  hasDecisions: boolean,
): readonly GroupCheck[] {
  const isIdle = ({ scope }: Rule): boolean => scope === 'block' && !hasDecisions;
  const aboutLetters = rules.filter(({ scope }) => scope !== 'tool');
  return ruleGroups(aboutLetters).map(({ title, rules: all }) => {
    const on = all.filter(isOn);
    const ran = on
      .filter((rule) => !failed.includes(rule) && !isIdle(rule))
      .map((rule) => countFound(rule, problems, ignored));
    const hasFound = ({ counts, ignored: more }: RuleFound): boolean => more > 0 || Object.keys(counts).length > 0;
    return {
      title,
      passed: ran.filter((each) => !hasFound(each)).map(({ rule }) => rule),
      found: ran.filter(hasFound),
      idle: on.filter(isIdle),
      off: all.filter((rule) => !isOn(rule)),
      failed: on.filter((rule) => failed.includes(rule) && !isIdle(rule)),
    };
  });
}

function countFound(rule: Rule, problems: readonly Problem[], ignored: readonly Problem[]): RuleFound {
  const counts: Partial<Record<Severity, number>> = {};
  for (const { code, severity } of problems) if (code === rule.code) counts[severity] = (counts[severity] ?? 0) + 1;
  return { rule, counts, ignored: ignored.filter(({ code }) => code === rule.code).length };
}
