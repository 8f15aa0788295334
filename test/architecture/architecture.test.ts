import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile, root, sourceFiles } from '../project';
import { circlesOf } from './circles';
import { forbiddenImports, importsOf } from './imports';

describe('the import table', () => {
  it('is kept by every source file', () => {
    const sentences = sourceFiles().flatMap((file) => forbiddenImports(file, readProjectFile(file)));
    expect(sentences).toEqual([]);
  });

  it('finds every kind of import', () => {
    const text = [
      "import { a } from './a';",
      "import type {\n  B,\n} from './b';",
      "export * from './c';",
      "import './d';",
      "const e = await import('./e');",
      "const f = require('./f');",
      " * import { g } from './g';",
    ].join('\n');
    expect([...importsOf(text)].sort()).toEqual(['./a', './b', './c', './d', './e', './f']);
  });

  it.each([
    ['server/src/core/text/a.ts', '../syntax/tree'],
    ['server/src/core/rules/form/a.ts', './b'],
    ['server/src/core/rules/form/a.ts', '../citation/b'],
    ['server/src/core/rules/form/a.ts', '../index'],
    ['server/src/core/model/a.ts', 'yaml'],
    ['server/src/core/lint/a.ts', '../features/hover'],
    ['server/src/lsp/a.ts', 'vscode-languageserver/node'],
    ['server/src/lsp/a.ts', '../core/model/letter'],
    ['server/src/lsp/a.ts', 'node:fs'],
    ['server/src/cli/a.ts', '../lsp/convert'],
    ['client/src/a.ts', '../../server/src/core'],
    ['client/src/a.ts', '../../server/src/lsp/uris'],
    ['client/src/a.ts', '../../server/src/workspace/paths'],
    ['server/src/protocol/a.ts', '../lsp/uris'],
    ['client/src/browser/main.ts', 'node:path'],
    ['server/src/node/serve.ts', '../lsp/server'],
    ['server/src/node/main.ts', './worker'],
    ['server/src/browser/main.ts', './worker'],
    ['server/src/supervisor/a.ts', '../core/index'],
    ['server/src/other/a.ts', './b'],
  ])('forbids %s to import %s', (file, specifier) => {
    expect(forbiddenImports(file, `import { x } from '${specifier}';`)).toHaveLength(1);
  });

  it.each([
    ['server/src/core/rules/form/a.ts', '../rule'],
    ['server/src/core/rules/form/a.ts', '../../model/letter'],
    ['server/src/core/rules/index.ts', './form/a'],
    ['server/src/core/index.ts', './lint/run'],
    ['server/src/lsp/a.ts', '../core/index'],
    ['server/src/node/worker.ts', 'vscode-languageserver/node'],
    ['server/src/node/serve.ts', '../supervisor/supervisor'],
    ['server/src/cli/main.ts', 'node:fs'],
    ['client/src/a.ts', '../../server/src/protocol/files'],
    ['client/src/node/main.ts', '../start-client'],
  ])('lets %s import %s', (file, specifier) => {
    expect(forbiddenImports(file, `import { x } from '${specifier}';`)).toEqual([]);
  });
});

describe('source files', () => {
  it('import each other in no circle, by types neither', () => {
    expect(circlesOf(new Map(sourceFiles().map((file) => [file, readProjectFile(file)])))).toEqual([]);
  });

  it('are found where they do', () => {
    const files = new Map([
      ['server/src/a.ts', "import { b } from './b';"],
      ['server/src/b.ts', "import type { C } from './c';"],
      ['server/src/c.ts', "export const load = () => import('./a');"],
      ['server/src/d.ts', "import { a } from './a';"],
    ]);
    expect(circlesOf(files)).toEqual([['server/src/a.ts', 'server/src/b.ts', 'server/src/c.ts']]);
  });
});

describe('the core', () => {
  it('bundles for no platform at all, from its own files only', async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ['server/src/core/index.ts'],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'neutral',
      logLevel: 'silent',
    });
    const strangers = Object.keys(metafile.inputs).filter((path) => !path.startsWith('server/src/core/'));
    expect(strangers).toEqual([]);
  });

  it('leaves its rules out of the bundle of tagger and dictionary, which is loaded beside them', async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ['server/src/language/create-language.ts'],
      bundle: true,
      write: false,
      outfile: 'language.js',
      metafile: true,
      platform: 'node',
      loader: { '.json': 'empty' },
      logLevel: 'silent',
    });
    const [output] = Object.values(metafile.outputs);
    const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const core = inputs.map(([path]) => path).filter((path) => path.startsWith('server/src/core/'));
    expect(core.sort()).toEqual(['server/src/core/language/dictionary.ts', 'server/src/core/text/kept-by-text.ts']);
  });
});

describe('privacy', () => {
  const network =
    /\bfetch\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)['"]/;

  it('no source opens a network connection: letters are medical records', () => {
    expect(sourceFiles().filter((file) => network.test(readProjectFile(file)))).toEqual([]);
  });

  it('would notice one', () => {
    for (const text of ["import { get } from 'node:https'", 'await fetch(url)', 'new WebSocket(url)']) {
      expect(text).toMatch(network);
    }
  });
});

describe('file names', () => {
  const customary = /^(?:[A-Z]+(?:\.md)?|[A-Z]+(?:_[A-Z]+)+\.txt|\..*|IMR\d+\.md|[a-z]+\.tmLanguage\.json)$/;
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

  it('are kebab-case', () => {
    const parts = new Set(projectFiles().flatMap((path) => path.split('/')));
    expect([...parts].filter((part) => !customary.test(part) && !kebab.test(part))).toEqual([]);
  });
});

describe('no file names the machine it was written on', () => {
  // Put together here, so that this file does not find itself.
  const folders = ['work', 'root', 'home', 'Users'].join('|');
  const machine = new RegExp(`(?:^|[\\s'"\`(=:,])/(?:${folders})/[\\w.-]|/${'tmp'}/team\\b`, 'm');
  const registry = new RegExp(['registry', 'npmjs'].join('\\.'));

  it('by a path or a package registry', () => {
    const texts = projectFiles().filter((path) => !path.endsWith('.png'));
    const found = texts.filter((path) => {
      const text = readProjectFile(path);
      return machine.test(text) || registry.test(text) || (path.endsWith('-lock.json') && text.includes('"resolved"'));
    });
    expect(found).toEqual([]);
  });
});
