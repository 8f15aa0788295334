// Writes what is generated from the rules: their registry, docs/rules/*.md, the schemas of the configuration and of suppressions, and the names
// of rules in package.json. The schemas of packs give the table in docs/packs.md.
// A test holds what is checked in to what this writes.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compilePacks } from './packs.mjs';
import { registryPath, registryText } from './rule-registry.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

async function loadGenerator() {
  const folder = mkdtempSync(join(tmpdir(), 'imr-docs-'));
  const outfile = join(folder, 'generated-docs.mjs');
  await build({
    entryPoints: [join(root, 'scripts/generated-docs.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const { generatedDocs } = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return generatedDocs;
}

// The pages are made from the rules that the registry lists.
writeFileSync(join(root, registryPath), registryText());
mkdirSync(join(root, 'docs/rules'), { recursive: true });
compilePacks();
const generatedDocs = await loadGenerator();
const readProjectFile = (path) => readFileSync(join(root, path), 'utf8');
const files = generatedDocs({
  manifest: readProjectFile('package.json'),
  packsPage: readProjectFile('docs/packs.md'),
});
for (const name of readdirSync(join(root, 'docs/rules'), { withFileTypes: true })) {
  if (name.isFile() && !files.some(({ path }) => path === `docs/rules/${name.name}`))
    rmSync(join(root, 'docs/rules', name.name));
}
for (const { path, text } of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
console.log(`docs: ${files.length} files`);
