import { builtinForms } from '../server/src/builtin/forms';
import { builtinSchemas } from '../server/src/builtin/schemas';
import { explainRule, ruleIndex, rules } from '../server/src/core/index';
import { configSchema, suppressionsSchema } from '../server/src/workspace/config-schema';
import { completionSchema } from './completion-schema';
import { editorSnippets } from './editor-snippets';
import { manifestWithRules } from './manifest';
import { commandsReference, settingsReference } from './manifest-reference';

export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

/** Files of which only a part is generated, as they stand. */
export interface PartlyGenerated {
  /** package.json */
  readonly manifest: string;
  /** docs/packs.md */
  readonly packsPage: string;
}

/** Every file that is generated from the rules, the letter forms, the manifest, and the schemas of packs. */
export function generatedDocs({ manifest, packsPage }: PartlyGenerated): readonly GeneratedFile[] {
  const [config, suppressions] = [configSchema({ rules, forms: builtinForms.forms }), suppressionsSchema(rules)];
  const { contributes } = JSON.parse(manifest);
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  return [
    { path: 'docs/rules/README.md', text: ruleIndex(rules, ({ code }) => `${code}.md`) },
    ...rules.map((rule) => ({ path: `docs/rules/${rule.code}.md`, text: explainRule(rule) })),
    { path: 'snippets/imr.json', text: json(editorSnippets(builtinForms.forms)) },
    { path: 'server/data/schema/config.schema.json', text: json(config) },
    { path: 'server/data/schema/config-completion.schema.json', text: json(completionSchema(config)) },
    { path: 'server/data/schema/suppressions.schema.json', text: json(suppressions) },
    { path: 'server/data/schema/suppressions-completion.schema.json', text: json(completionSchema(suppressions)) },
    { path: 'docs/settings.md', text: settingsReference(contributes) },
    { path: 'docs/commands.md', text: commandsReference(contributes) },
    { path: 'package.json', text: manifestWithRules(manifest, rules) },
    { path: 'docs/packs.md', text: withKinds(packsPage) },
  ];
}

const tableHead = '| kind | lists | contents |\n|---|---|---|\n';
/** Every kind of pack has these keys. */
const commonKeys = ['$schema', 'version', 'kind', 'checkedOn', 'confidence', 'sources'];

/** Replaces the table of kinds with the one that their schemas state. */
function withKinds(page: string): string {
  const start = page.indexOf(tableHead) + tableHead.length;
  const end = page.indexOf('\n\n', start) + 1;
  if (start < tableHead.length || end === 0) throw new Error(`docs/packs.md has no table "${tableHead.trim()}"`);
  const rows = Object.entries(builtinSchemas).flatMap(([file, { properties = {}, description }]) => {
    const lists = Object.keys(properties).filter((key) => !commonKeys.includes(key));
    const kind = file.replace('.schema.json', '');
    return lists.length === 0
      ? []
      : [`| \`${kind}\` | ${lists.map((list) => `\`${list}\``).join(', ')} | ${description} |\n`];
  });
  return page.slice(0, start) + rows.join('') + page.slice(end);
}
