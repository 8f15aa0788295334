// Compiles the packs of server/data (YAML, for people) into compact JSON (for the bundles):
// every server/data/<kind>/*.yaml becomes one array in server/src/builtin/generated/<kind>.json,
// in file name order. `schema` is no kind. A file that does not parse stops the build at its own line.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataFolder = join(root, 'server/data');
const outputFolder = join(root, 'server/src/builtin/generated');

/** Compiles all packs; returns `kind → number of files`, throws with file, line and reason. */
export function compilePacks() {
  mkdirSync(outputFolder, { recursive: true });
  const kinds = packKinds();
  for (const stale of readdirSync(outputFolder)) {
    if (!kinds.includes(stale.replace(/\.json$/, ''))) rmSync(join(outputFolder, stale));
  }
  return Object.fromEntries(kinds.map((kind) => [kind, compileKind(kind)]));
}

function packKinds() {
  return readdirSync(dataFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
    .map((entry) => entry.name)
    .sort();
}

function compileKind(kind) {
  const folder = join(dataFolder, kind);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const packs = names.map((name) => readPack(join(folder, name)));
  writeIfChanged(join(outputFolder, `${kind}.json`), JSON.stringify(packs));
  return names.length;
}

function readPack(path) {
  const document = parseDocument(readFileSync(path, 'utf8'), { prettyErrors: true });
  const [error] = document.errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  return document.toJS();
}

// An unchanged file keeps its time stamp, so that watchers do not start over.
function writeIfChanged(path, text) {
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const counts = compilePacks();
    const line = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
    console.log(`packs: ${line.join(', ') || 'none'}`);
  } catch (error) {
    console.error(`packs: ${error.message}`);
    process.exitCode = 1;
  }
}
