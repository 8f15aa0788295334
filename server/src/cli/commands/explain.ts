import { explainRule, explainRuleAsText, type Rule, ruleNamed, rules } from '../../core/index';
import { namesOfRules } from '../choose-rules';
import type { ExitCode, Invocation } from '../command';
import { didYouMean } from '../did-you-mean';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** Runs `imr explain CODE…`: what a rule requires and why. Without a code, lists all rules. */
export async function run({ operands, format }: Invocation, terminal: Terminal): Promise<ExitCode> {
  const chosen = operands.map(findRule);
  const width = Math.min(terminal.columns, widest);
  if (chosen.length === 0) terminal.print(rules.map(line).join(''));
  else if (format === 'markdown') terminal.print(chosen.map(explainRule).join('\n'));
  else terminal.print(chosen.map((rule) => explainRuleAsText(rule, width)).join('\n'));
  return 0;
}

function findRule(name: string): Rule {
  const rule = ruleNamed(name, rules);
  if (rule) return rule;
  throw new UsageError(`no rule ${name}${didYouMean(name, namesOfRules())}; imr explain lists them`);
}

function line({ code, name, severity, offByDefault, summary }: Rule): string {
  return `${code}  ${name.padEnd(longestName)}  ${(offByDefault ? 'off' : severity).padEnd(11)}  ${summary}\n`;
}

const longestName = Math.max(...rules.map(({ name }) => name.length));

/** Wide lines are hard to read, even in a wide terminal. */
const widest = 100;
