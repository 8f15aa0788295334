// Builds every bundle of `dist`: `node esbuild.mjs [--production] [--watch] [--only TEXT] [--into FOLDER]`. `--only` chooses
// the outputs whose path contains TEXT; `--into` puts them below another folder.
// Each bundle stands alone: whoever installs the package or the extension downloads nothing else.
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { compilePacks } from './scripts/packs.mjs';

const node = { platform: 'node', format: 'cjs', target: 'node20' };
const browser = { platform: 'browser', target: 'es2022', define: { global: 'globalThis' } };
const executable = { banner: { js: '#!/usr/bin/env node' } };

/** What is loaded when language is first checked: a bundle of its own, beside the one that asks for it. */
const tagger = 'server/src/language/wink-tagger.ts';

/** One row a bundle: entry, output, and what differs from the common options. */
const bundles = [
  { entry: 'client/src/node/main.ts', output: 'dist/client.js', ...node, external: ['vscode'] },
  {
    entry: 'client/src/browser/main.ts',
    output: 'dist/browser/client.js',
    ...browser,
    format: 'cjs',
    external: ['vscode'],
  },
  { entry: 'server/src/node/main.ts', output: 'dist/server.js', ...node, ...executable },
  { entry: 'server/src/node/worker.ts', output: 'dist/server-worker.js', ...node },
  { entry: 'server/src/browser/main.ts', output: 'dist/browser/server.js', ...browser, format: 'iife' },
  { entry: 'server/src/browser/worker.ts', output: 'dist/browser/server-worker.js', ...browser, format: 'iife' },
  // tinyglobby asks for the place of its module, which a CommonJS bundle knows as __filename.
  {
    entry: 'server/src/cli/main.ts',
    output: 'dist/cli.js',
    ...node,
    ...executable,
    define: { 'import.meta.url': '__filename' },
  },
  { entry: tagger, output: 'dist/language.js', ...node },
  { entry: 'server/src/library.ts', output: 'dist/library.mjs', platform: 'neutral', format: 'esm', target: 'es2022' },
  { entry: 'server/src/library.ts', output: 'dist/library.cjs', platform: 'neutral', format: 'cjs', target: 'es2022' },
  { entry: 'test/e2e/suite/index.ts', output: 'dist/test/suite.js', ...browser, format: 'cjs', external: ['vscode'] },
  { entry: 'test/lsp/poison/server.ts', output: 'dist/test/poison/server.js', ...node },
  { entry: 'test/lsp/poison/worker.ts', output: 'dist/test/poison/server-worker.js', ...node },
  { entry: 'test/bench/bench.ts', output: 'dist/test/bench.cjs', ...node },
  { entry: 'test/bench/null-server.ts', output: 'dist/test/null-server.cjs', ...node },
  { entry: 'test/letters/snapshot/main.ts', output: 'dist/test/snapshot.cjs', ...node },
  {
    entry: 'test/words/main.ts',
    output: 'dist/test/words.mjs',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['vitest'],
  },
];

/** A compiled pack is a text that is parsed when it is asked for: an engine reads JSON in less time than as much source. */
const packsAsText = {
  name: 'packs-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]builtin[\\/]generated[\\/][\w-]+\.json$/ }, async ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(await readFile(path, 'utf8'))});`,
      loader: 'js',
      watchFiles: [path],
    }));
  },
};

/** Leaves the dynamic import of the tagger in a bundle, by the place of the tagger's own bundle. */
const taggerApart = (output, into) => ({
  name: 'tagger-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/wink-tagger$/ }, ({ kind }) =>
      kind === 'dynamic-import'
        ? { path: `./${relative(dirname(output), join(into, 'dist/language.js'))}`, external: true }
        : undefined,
    );
  },
});

function optionsOf({ entry, output, ...options }, production, into) {
  return {
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    legalComments: 'none',
    plugins: [packsAsText, taggerApart(output, into)],
    logLevel: 'warning',
    // `module` first: the UMD builds that `main` names hide their requires from a bundler.
    mainFields: options.platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    ...options,
  };
}

function chosenBundles(only) {
  return bundles.filter(({ output }) => output.includes(only));
}

/** Compiles the packs again at each change; esbuild then sees the JSON files change. */
function watchPacks() {
  watch('server/data', { recursive: true }, () => {
    try {
      compilePacks();
    } catch (error) {
      // A file that is half typed: the next save compiles again.
      console.error(error.message);
    }
  });
}

async function main() {
  const { values } = parseArgs({
    options: {
      production: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      into: { type: 'string', default: '' },
    },
  });
  compilePacks();
  const rows = chosenBundles(values.only).map((row) => ({ ...row, output: join(values.into, row.output) }));
  const options = rows.map((row) => optionsOf(row, values.production, values.into));
  if (values.watch) {
    const contexts = await Promise.all(options.map((each) => esbuild.context({ ...each, logLevel: 'info' })));
    await Promise.all(contexts.map((context) => context.watch()));
    watchPacks();
    return;
  }
  await Promise.all(options.map((each) => esbuild.build(each)));
  console.log(`esbuild: ${options.map(({ outfile }) => outfile).join(' ')}`);
}

await main();
