import { builtinForms } from '../server/src/builtin/forms';
import { explainRule, ruleIndex, rules } from '../server/src/core/index';
import { configSchema, suppressionsSchema } from '../server/src/workspace/config-schema';
import { completionSchema } from './completion-schema';
import { editorSnippets } from './editor-snippets';
import { manifestWithRules } from './manifest';

export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

/** Every file that is generated from the rules and the letter forms; of `manifest`, package.json as it stands, only a part is. */
export function generatedDocs(manifest: string): readonly GeneratedFile[] {
  const [config, suppressions] = [configSchema({ rules, forms: builtinForms.forms }), suppressionsSchema(rules)];
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  return [
    { path: 'docs/rules/README.md', text: ruleIndex(rules, ({ code }) => `${code}.md`) },
    ...rules.map((rule) => ({ path: `docs/rules/${rule.code}.md`, text: explainRule(rule) })),
    { path: 'snippets/imr.json', text: json(editorSnippets(builtinForms.forms)) },
    { path: 'server/data/schema/config.schema.json', text: json(config) },
    { path: 'server/data/schema/config-completion.schema.json', text: json(completionSchema(config)) },
    { path: 'server/data/schema/suppressions.schema.json', text: json(suppressions) },
    { path: 'server/data/schema/suppressions-completion.schema.json', text: json(completionSchema(suppressions)) },
    { path: 'package.json', text: manifestWithRules(manifest, rules) },
  ];
}
