import { distance } from 'fastest-levenshtein';
import { explainRule, explainRuleAsText, type Rule, ruleNamed, rules } from '../../core/index';
import type { ExitCode, Invocation } from '../command';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** `imr explain CODE…`: what a rule asks for and why. Without a code, the list of all rules. */
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
  const names = rules.flatMap((each) => [each.code, each.name]);
  const [near] = names
    .map((each) => ({ each, edits: distance(each.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const meant = near && near.edits <= 3 ? ` (did you mean ${near.each}?)` : '';
  throw new UsageError(`no rule ${name}${meant}; imr explain lists them`);
}

function line({ code, name, severity, offByDefault, summary }: Rule): string {
  return `${code}  ${name.padEnd(longestName)}  ${(offByDefault ? 'off' : severity).padEnd(11)}  ${summary}\n`;
}

const longestName = Math.max(...rules.map(({ name }) => name.length));

/** Wide lines are hard to read, whatever the terminal has. */
const widest = 100;
