// Takes out of the rules what only their pages tell, so that a program reads it when somebody asks.
import { readFile } from 'node:fs/promises';
import esbuild from 'esbuild';
import { parseAst } from 'vitest/node';

const texts = ['why', 'repair', 'examples'];

/** Under this name a rule asks for its texts until it is known where their file lies. */
export const anyRuleTexts = 'imr:rule-texts';

/** Replaces the texts of rules by getters that read `anyRuleTexts`, which has them by code. */
export const ruleTextsApart = {
  name: 'rule-texts-apart',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]core[\\/]rules[\\/]\w+[\\/][\w-]+\.ts$/ }, async ({ path }) => ({
      contents: withoutTexts(await readFile(path, 'utf8')),
      loader: 'ts',
      watchFiles: [path],
    }));
    onResolve({ filter: new RegExp(`^${anyRuleTexts}$`) }, ({ path }) => ({ path, external: true }));
  },
};

/** The texts of all rules by code, as JSON. */
export async function ruleTexts() {
  const { outputFiles } = await esbuild.build({
    entryPoints: ['server/src/core/rules/index.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
  });
  const { rules } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const textsOf = (rule) => Object.fromEntries(texts.map((name) => [name, rule[name]]));
  return JSON.stringify(Object.fromEntries(rules.map((rule) => [rule.code, textsOf(rule)])));
}

function withoutTexts(source) {
  let left = source;
  for (const { properties } of rulesIn(parseAst(source, { lang: 'ts' }))) {
    const propertyOf = (name) => properties.find(({ key }) => key?.name === name);
    const code = propertyOf('code').value.value;
    const places = texts.map((name) => ({ name, ...propertyOf(name) }));
    for (const { name, start, end } of places.sort((a, b) => b.start - a.start))
      left = `${left.slice(0, start)}get ${name}() { return require('${anyRuleTexts}').${code}.${name}; }${left.slice(end)}`;
  }
  return left;
}

/** What the calls of `defineBlockRule` and its like are given. */
function rulesIn({ body }) {
  const calls = body.flatMap(({ declaration }) => (declaration?.declarations ?? []).map(({ init }) => init));
  return calls.flatMap((call) => (/^define\w*Rule$/.test(call?.callee?.name) ? [call.arguments[0]] : []));
}
