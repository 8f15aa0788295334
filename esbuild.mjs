// Builds every bundle of `dist`: `node esbuild.mjs [--production] [--watch] [--only TEXT] [--into FOLDER]`. `--only` chooses
// the outputs whose path contains TEXT; `--into` puts them below another folder.
// Whoever installs the package or the extension downloads nothing else. What starts often and seldom needs all of itself, client,
// server and command line, is split: what two of its threads share is one file, and what is imported later is read later.
import { watch } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { compilePacks } from './scripts/packs.mjs';
import { anyRuleTexts, ruleTexts, ruleTextsApart } from './scripts/rule-texts.mjs';

/** A library that could reach out finds nothing to do it with. */
const offline = { fetch: 'undefined', XMLHttpRequest: 'undefined' };
const node = { platform: 'node', format: 'cjs', target: 'node20', define: offline };
const browser = { platform: 'browser', target: 'es2022', define: { global: 'globalThis' } };
/** What runs in the page of a webview. */
const page = { platform: 'browser', target: 'es2023', format: 'iife' };
const executable = { banner: { js: '#!/usr/bin/env node' } };

/** What is loaded when language is first checked: a bundle of its own, which lies beside those that ask for it and is 4 MB large. */
const language = { entry: 'server/src/language/create-language.ts', output: 'dist/language.js' };

/** Node reads the script of a table as text, because parsing its second line as JSON takes half the time of running it. */
const parsedTable = () => `
  import { readFileSync } from 'node:fs';
  import { join } from 'node:path';
  import script from 'script';
  const text = readFileSync(join(__dirname, script), 'utf8');
  export default JSON.parse(text.slice(text.indexOf('\\n')));`;

/** A browser worker imports the scripts of the tables first. The bundle for Node stores them. */
const importedTable = (name) => `export default globalThis.imrTables.${name};`;

/** One row a bundle: entry, output, and what differs from the common options. */
const bundles = [
  {
    entry: 'client/src/browser/main.ts',
    output: 'dist/browser/client.js',
    ...browser,
    format: 'cjs',
    external: ['vscode'],
  },
  { entry: 'client/src/guideline/page.ts', output: 'dist/webviews/guideline.js', ...page },
  { entry: 'client/src/preview/page.ts', output: 'dist/webviews/preview.js', ...page },
  { entry: 'client/src/signing/page.ts', output: 'dist/webviews/signing.js', ...page },
  { entry: 'server/src/browser/main.ts', output: 'dist/browser/server.js', ...browser, format: 'iife' },
  { entry: 'server/src/browser/worker.ts', output: 'dist/browser/server-worker.js', ...browser, format: 'iife' },
  { ...language, ...node, assetNames: 'language/[name]', tables: parsedTable },
  {
    entry: 'server/src/browser/language.ts',
    output: 'dist/browser/language.js',
    ...browser,
    format: 'iife',
    tables: importedTable,
  },
  { ...language, output: 'dist/language.mjs', platform: 'neutral', format: 'esm', target: 'es2022' },
  { entry: 'server/src/library.ts', output: 'dist/library.mjs', platform: 'neutral', format: 'esm', target: 'es2022' },
  { entry: 'server/src/library.ts', output: 'dist/library.cjs', platform: 'neutral', format: 'cjs', target: 'es2022' },
  { entry: 'test/e2e/suite/index.ts', output: 'dist/test/suite.js', ...browser, format: 'cjs', external: ['vscode'] },
  {
    entry: 'test/e2e/suite/poison-index.ts',
    output: 'dist/test/poison/suite.js',
    ...browser,
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entry: 'test/lsp/poison/browser-worker.ts',
    output: 'dist/test/poison/browser-worker.js',
    ...browser,
    format: 'iife',
  },
  { entry: 'test/lsp/poison/server.ts', output: 'dist/test/poison/server.js', ...node },
  { entry: 'test/lsp/poison/worker.ts', output: 'dist/test/poison/server-worker.js', ...node },
  { entry: 'test/bench/bench.ts', output: 'dist/test/bench.cjs', ...node },
  { entry: 'test/bench/null-server.ts', output: 'dist/test/null-server.cjs', ...node },
  { entry: 'test/soak/main.ts', output: 'dist/test/soak.cjs', ...node, external: ['vitest'] },
  { entry: 'test/fuzz/main.ts', output: 'dist/test/fuzz.cjs', ...node, external: ['vitest'] },
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

/** One row a program of Node: its entries by output, beside which the files that they share lie in `parts`. */
const splitBundles = [
  { outputs: { 'dist/client.js': 'client/src/node/main.ts' }, parts: 'dist/client', external: ['vscode'] },
  {
    ...executable,
    outputs: { 'dist/server.js': 'server/src/node/main.ts', 'dist/server-worker.js': 'server/src/node/worker.ts' },
    parts: 'dist/server',
  },
  { ...executable, outputs: { 'dist/cli.js': 'server/src/cli/main.ts' }, parts: 'dist/cli' },
];

/** A compiled pack is a text that is parsed when it is asked for: an engine reads JSON in less time than as much source. */
const packsAsText = {
  name: 'packs-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:builtin|language)[\\/]generated[\\/][\w-]+\.json$/ }, async ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(await readFile(path, 'utf8'))});`,
      loader: 'js',
      watchFiles: [path],
    }));
  },
};

/**
 * The tables of words are the largest part of what ships. They are stored once for Node and browser, each as a script
 * `dist/language/NAME.js`; `codeOf` gives the module that loads one.
 */
const tablesAsScripts = (codeOf) => ({
  name: 'tables-as-scripts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/generated\/(?:tagger|dictionary)\.json$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      namespace: 'table',
    }));
    onLoad({ filter: /./, namespace: 'table' }, ({ path }) => ({
      contents: codeOf(basename(path, '.json')),
      resolveDir: dirname(path),
      watchFiles: [path],
    }));
    onResolve({ filter: /^script$/, namespace: 'table' }, ({ importer }) => ({
      path: importer.replace(/\.json$/, '.js'),
      namespace: 'script',
    }));
    onLoad({ filter: /./, namespace: 'script' }, async ({ path }) => {
      const json = await readFile(path.replace(/\.js$/, '.json'), 'utf8');
      const contents = `(globalThis.imrTables ??= {}).${basename(path, '.js')} =\n${json}`;
      return { contents, loader: 'file' };
    });
  },
});

/** Leaves the dynamic import of tagger and dictionary in a bundle, as `address`. */
const languageApart = (address) => ({
  name: 'language-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/create-language$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: address, external: true } : undefined,
    );
  },
});

/** The address of their bundle until it is known in which file it is asked for. */
const anyLanguage = 'imr:language';

function languageFrom(file, into) {
  return addressFrom(file, into, file.endsWith('.mjs') ? language.output.replace('.js', '.mjs') : language.output);
}

function addressFrom(file, into, output) {
  const path = relative(dirname(file), join(into, output));
  return path.startsWith('.') ? path : `./${path}`;
}

/** Where the parts of a program lie as files, so do the packs, which Node reads and parses as JSON. */
const packsAsFiles = {
  name: 'packs-as-files',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:builtin|language)[\\/]generated[\\/][\w-]+\.json$/ }, async ({ path }) => ({
      contents: await readFile(path),
      loader: 'copy',
      watchFiles: [path],
    }));
  },
};

/**
 * esbuild splits ES modules only, and Node loads CommonJS in less time: what was split is translated file by file, and then written.
 * A dynamic import becomes a `require` at that place.
 */
function writtenAsCommonJs(parts, into, production) {
  return {
    name: 'written-as-common-js',
    setup({ onStart, onEnd }) {
      onStart(() => rm(join(into, parts), { recursive: true, force: true }));
      onEnd(async ({ errors, outputFiles = [] }) => {
        if (errors.length > 0) return;
        const textsOutput = `${parts}/rule-texts.json`;
        for (const { path, text, contents } of outputFiles) {
          await mkdir(dirname(path), { recursive: true });
          const placed = text
            .replaceAll(anyLanguage, languageFrom(path, resolve(into)))
            .replaceAll(anyRuleTexts, addressFrom(path, resolve(into), textsOutput));
          await writeFile(path, path.endsWith('.js') ? await asCommonJs(placed, production) : contents);
        }
        const hasRules = outputFiles.some(({ text }) => text.includes(anyRuleTexts));
        if (hasRules) await writeFile(join(into, textsOutput), await ruleTexts());
      });
    },
  };
}

async function asCommonJs(text, production) {
  const { code } = await esbuild.transform(text, {
    ...node,
    supported: { 'dynamic-import': false },
    minify: production,
    sourcemap: production ? false : 'inline',
    sourcesContent: false,
  });
  return code;
}

function optionsOfSplit({ outputs, parts, ...options }, into, production) {
  const entryPoints = Object.entries(outputs).map(([output, entry]) => ({
    in: entry,
    out: output.replace(/\.js$/, ''),
  }));
  return {
    ...commonOptions(production),
    ...node,
    entryPoints,
    outdir: join(into, '.'),
    format: 'esm',
    splitting: true,
    chunkNames: `${parts}/[name]-[hash]`,
    assetNames: `${parts}/[name]`,
    write: false,
    sourcemap: production ? false : 'inline',
    mainFields: ['module', 'main'],
    // tinyglobby asks for the place of its module, which CommonJS knows as __filename.
    define: { ...offline, 'import.meta.url': '__filename' },
    plugins: [packsAsFiles, ruleTextsApart, languageApart(anyLanguage), writtenAsCommonJs(parts, into, production)],
    ...options,
  };
}

function commonOptions(production) {
  return {
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
  };
}

function optionsOf({ entry, output, tables, ...options }, into, production) {
  return {
    ...commonOptions(production),
    entryPoints: [entry],
    outfile: join(into, output),
    plugins: [tables ? tablesAsScripts(tables) : packsAsText, languageApart(languageFrom(output, ''))],
    // `module` first: the UMD builds that `main` names hide their requires from a bundler.
    mainFields: options.platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    ...options,
  };
}

function chosenOptions({ only, into, production }) {
  const rows = bundles.filter(({ output }) => output.includes(only));
  const split = splitBundles.filter(({ outputs }) => Object.keys(outputs).some((output) => output.includes(only)));
  return [
    ...rows.map((row) => optionsOf(row, into, production)),
    ...split.map((row) => optionsOfSplit(row, into, production)),
  ];
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
  const options = chosenOptions(values);
  if (values.watch) {
    const contexts = await Promise.all(options.map((each) => esbuild.context({ ...each, logLevel: 'info' })));
    await Promise.all(contexts.map((context) => context.watch()));
    watchPacks();
    return;
  }
  await Promise.all(options.map((each) => esbuild.build(each)));
  const outputs = options.flatMap(({ outfile, entryPoints }) => outfile ?? entryPoints.map(({ out }) => `${out}.js`));
  console.log(`esbuild: ${outputs.join(' ')}`);
}

/**
 * The packages of which something is in a bundle that ships, by name, in order, each with its folder. Bundles into memory only.
 * A package within another's folder is one of its own.
 */
export async function bundledPackages() {
  const options = chosenOptions({ only: '', into: '', production: true }).filter(
    ({ outfile }) => !outfile?.includes('dist/test/'),
  );
  const built = await Promise.all(
    options.map(({ plugins, ...each }) => {
      const without = plugins.filter(({ name }) => name !== 'written-as-common-js');
      return esbuild.build({ ...each, plugins: without, write: false, metafile: true });
    }),
  );
  const folders = new Map();
  for (const path of built.flatMap(({ metafile }) => Object.keys(metafile.inputs))) {
    const [, folder, name] = /^(?:.*:)?(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? [];
    if (name !== undefined) folders.set(folder, name);
  }
  return [...folders].map(([folder, name]) => ({ folder, name })).sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
