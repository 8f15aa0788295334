import { explainRule, ruleIndex, rules } from '../server/src/core/index';
import { configSchema, suppressionsSchema } from '../server/src/workspace/config-schema';

export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

/** Every file that is generated from the rules. */
export function generatedDocs(): readonly GeneratedFile[] {
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  return [
    { path: 'docs/rules/README.md', text: ruleIndex(rules, ({ code }) => `${code}.md`) },
    ...rules.map((rule) => ({ path: `docs/rules/${rule.code}.md`, text: explainRule(rule) })),
    { path: 'server/data/schema/config.schema.json', text: json(configSchema(rules)) },
    { path: 'server/data/schema/suppressions.schema.json', text: json(suppressionsSchema(rules)) },
  ];
}
