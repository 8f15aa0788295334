import { composeExample, type Example, shownPart } from '../rules/example';
import type { OptionSpec, Rule } from '../rules/rule';
import { wrapWords } from '../text/wrap-words';
import { ruleGroups } from './rule-groups';

/** The documentation of a rule as Markdown: a page, a hover, a card. */
export function explainRule(rule: Rule): string {
  const { code, name, summary, why, repair, examples } = rule;
  const [bad] = examples.bad;
  const [good] = examples.good;
  return [
    `# ${code} ${name}`,
    summary,
    list(factsOf(rule)),
    '## Why it matters',
    why,
    '## How to repair it',
    repair,
    ...(bad ? ['## What is found', fenced(exampleText(rule, bad), languageOf(rule))] : []),
    ...(good ? ['## What is not found', fenced(exampleText(rule, good), languageOf(rule))] : []),
    ...(rule.options ? ['## Options', list(Object.entries(rule.options).map(describeOption))] : []),
    '## How to switch it off',
    'In `.imr.yaml` beside the letters or above them; `hint`, `information`, `warning` and `error` set the severity instead:',
    fenced(`rules:\n  ${name}: off`, 'yaml'),
    ...(rule.scope === 'tool'
      ? []
      : [
          'For one place: the quick fix "Suppress … here", which asks for a reason and writes `.imr/suppressions.json`.',
        ]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The same as plain text in lines of at most `width` units, for a terminal. */
export function explainRuleAsText(rule: Rule, width = 80): string {
  const blocks = explainRule(rule).trimEnd().split('\n\n');
  const lines: string[] = [];
  let inFence = false;
  for (const block of blocks) {
    const isFence = block.startsWith('```');
    if (isFence || inFence) {
      inFence = !block.endsWith('\n```');
      lines.push(...block.split('\n').flatMap((line) => (line.startsWith('```') ? [] : [`    ${line}`.trimEnd()])), '');
      continue;
    }
    lines.push(...plain(block, width), '');
  }
  return lines.join('\n');
}

/** The index of all rules as Markdown, by group; `linkTo` gives the address of a rule's page. */
export function ruleIndex(rules: readonly Rule[], linkTo: (rule: Rule) => string): string {
  const parts = ruleGroups(rules).flatMap(({ title, rules: own }) => {
    const rows = own.map((rule) => {
      const { code, name, summary, fix } = rule;
      return `| [${code}](${linkTo(rule)}) | ${name} | ${severityWord(rule)} | ${summary.replace(/\|/g, '\\|')} | ${fixWord(fix)} |`;
    });
    return [
      `## ${title}`,
      ['| Code | Name | Severity | What is wrong | Fix |', '|---|---|---|---|---|', ...rows].join('\n'),
    ];
  });
  const lead = `${rules.length} rules. A finding names its rule; codes and names never change their meaning. Severities are those of the preset \`recommended\`.`;
  return ['# Rules', lead, ...parts].join('\n\n').concat('\n');
}

function factsOf(rule: Rule): string[] {
  const scopes = {
    letter: 'the letter as a whole',
    block: 'each decision block',
    reading: 'running text',
    sentence: 'each sentence of the clinical summary and the rationales',
    tool: "the tool's own files",
  };
  return [
    `Severity: ${severityWord(rule)}`,
    `Checks: ${scopes[rule.scope]}`,
    `Fix: ${fixWord(rule.fix)}`,
    ...(rule.whileTyping === 'quiet' ? ['Waits while the block is being written'] : []),
  ];
}

function severityWord({ severity, offByDefault }: Rule): string {
  return offByDefault ? `${severity}, off unless switched on` : severity;
}

function fixWord(fix: Rule['fix']): string {
  if (fix === null) return 'none';
  return fix === 'safe' ? 'safe where it changes spelling or white space only, else for review' : 'for review';
}

function describeOption([name, spec]: [string, OptionSpec]): string {
  const values = spec.type === 'strings' && spec.values ? ` One of: ${spec.values.join(', ')}.` : '';
  return `\`${name}\` (${spec.type}, default \`${JSON.stringify(spec.default)}\`): ${spec.description}${values}`;
}

function languageOf({ scope, name }: Rule): string {
  if (scope !== 'tool') return 'text';
  return name === 'configuration' ? 'yaml' : 'json';
}

/** The parts that an example states itself; of the clean letter, its decision block. */
function exampleText(rule: Rule, example: Example): string {
  const own = shownPart(example).trimEnd();
  if (own !== '') return own;
  const whole = composeExample(example).trimEnd();
  return rule.scope === 'block' ? whole.slice(whole.lastIndexOf('set forth below:') + 16).trim() : whole;
}

/** A fence longer than any in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((ticks) => ticks[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function plain(block: string, width: number): string[] {
  const heading = /^#+ (.*)$/.exec(block)?.[1];
  if (heading !== undefined) return [heading, (block.startsWith('# ') ? '=' : '-').repeat(heading.length)];
  return block
    .split('\n')
    .flatMap((line) => wrapWords(line.replace(/`/g, ''), width, line.startsWith('- ') ? '  ' : ''));
}
