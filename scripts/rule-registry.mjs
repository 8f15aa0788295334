// The registry of rules, server/src/core/rules/index.ts, from the files of the rules. `npm run docs` writes it, a test compares it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../server/src/core/rules', import.meta.url));
export const registryPath = 'server/src/core/rules/index.ts';

/** Every rule in a folder of a group: `{ group, name, export, code }`, in order of codes. */
export function ruleFiles() {
  const groups = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const rules = groups.flatMap(({ name: group }) =>
    readdirSync(join(folder, group))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ruleIn(group, file.slice(0, -'.ts'.length))),
  );
  return rules.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function ruleIn(group, name) {
  const text = readFileSync(join(folder, group, `${name}.ts`), 'utf8');
  const found = /export const (\w+) = define\w+Rule\(\{\s*code: '(IMR\d{3})'/.exec(text);
  if (!found)
    throw new Error(`server/src/core/rules/${group}/${name}.ts does not export a rule that begins with its code`);
  return { group, name, export: found[1], code: found[2] };
}

/** The text of the registry. */
export function registryText() {
  const rules = ruleFiles();
  const imports = [
    { from: './rule', text: "import type { Rule } from './rule';" },
    ...rules.map((rule) => {
      const from = `./${rule.group}/${rule.name}`;
      return { from, text: `import { ${rule.export} } from '${from}';` };
    }),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
  return `// Generated from the files of the rules: run \`npm run docs\`.
${imports.map(({ text }) => text).join('\n')}

/** Every rule, in order of codes. */
export const rules: readonly Rule[] = [
${rules.map((rule) => `  ${rule.export},`).join('\n')}
];
`;
}
