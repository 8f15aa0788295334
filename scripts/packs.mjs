// Compiles the packs of server/data (YAML, for people) into compact JSON (for the bundles):
// every server/data/<kind>/*.yaml becomes one array in server/src/builtin/generated/<kind>.json,
// in file name order. `schema` and `pages` are no kinds: the words of pages become a module of the core, which reads them before any pack. A file that does not parse stops the build at its own line.
// Names and lexicon are compiled further, into tables that are loaded as they are. The ids of concepts become a type, and the schemas of
// packs and forms become the types of their entries. An English
// dictionary with the words of the packs becomes server/src/language/generated/dictionary.json, the tagger's model tagger.json beside it.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { parseDocument } from 'yaml';
import { englishSource, englishWords } from './english-words.mjs';
import { schemaTypes, unionOf } from './schema-types.mjs';
import { taggerModel } from './tagger-model.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataFolder = join(root, 'server/data');
const outputFolder = join(root, 'server/src/builtin/generated');
const lexiconFolder = join(root, 'server/src/core/library/lexicon');
const tablesFile = 'tables.json';
const dictionaryFolder = join(root, 'server/src/language/generated');
/** In the order in which builtin/packs.ts merges them. */
const order = [
  'vocabulary',
  'guidelines',
  'drugs',
  'treatments',
  'rationale',
  'templates',
  'phrases',
  'language',
  'lexicon',
];
writeSchemaTypes();
const { buildLibraryTables, buildWords, layOutWords } = await loadCompiler();

/** Compiles all packs; returns `kind → number of files`, throws with file, line and reason. */
export function compilePacks() {
  mkdirSync(outputFolder, { recursive: true });
  writePageWords();
  const kinds = packKinds();
  for (const stale of readdirSync(outputFolder)) {
    if (stale !== tablesFile && !kinds.includes(stale.replace(/\.json$/, ''))) rmSync(join(outputFolder, stale));
  }
  const counts = Object.fromEntries(kinds.map((kind) => [kind, compileKind(kind)]));
  compileTables();
  return counts;
}

/** Types of what the schemas describe; the compiler imports those of packs. */
function writeSchemaTypes() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const packFolder = 'server/data/schema';
  const common = read(`${packFolder}/common.schema.json`);
  const packs = order.map((kind) => read(`${packFolder}/${kind}.schema.json`));
  const pack = { ...unionOf(packs), description: 'One pack file. Lists that a kind does not use are absent.' };
  // The definitions that any pack refers to are those of all packs.
  pack.$defs = Object.assign({}, common.$defs, ...packs.map(({ $defs }) => $defs));
  writeTypes('core/library/generated/entries.ts', packFolder, schemaTypes(pack, 'Pack'));

  const forms = `${packFolder}/forms.schema.json`;
  writeTypes('core/syntax/generated/form-entry.ts', forms, schemaTypes(read(forms), 'FormEntry'));

  const documents = ['check', 'parse', 'stats'].flatMap((name) =>
    schemaTypes(read(`docs/json/${name}.schema.json`), name === 'stats' ? 'Stats' : undefined),
  );
  writeTypes('documents/generated/documents.ts', 'docs/json', documents);
}

/** The words of page lines as a constant, for the core reads a text before it knows of packs. */
function writePageWords() {
  const schema = JSON.parse(readFileSync(join(dataFolder, 'pages/page-lines.schema.json'), 'utf8'));
  const words = readPack(join(dataFolder, 'pages/page-lines.yaml'));
  const types = schemaTypes(schema, 'PageWords').join('\n');
  const file = join(root, 'server/src/core/text/normalize/generated/page-words.ts');
  mkdirSync(dirname(file), { recursive: true });
  writeIfChanged(
    file,
    `// Generated from server/data/pages by npm run packs.\n\n${types}\nexport const pageWords: PageWords = ${JSON.stringify(words, null, 2)};\n`,
  );
}

/** A declaration that several schemas share is written once. */
function writeTypes(path, source, declarations) {
  const file = join(root, 'server/src', path);
  mkdirSync(dirname(file), { recursive: true });
  const text = [...new Set(declarations)].join('\n');
  writeIfChanged(file, `// Generated from ${source} by npm run packs.\n\n${text}`);
}

/** The core's own compiler: what is compiled at run time for a team's packs must be the same. */
async function loadCompiler() {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export * from './library/build-tables';\nexport { buildWords } from './language/word-list';\nexport { layOutWords } from '../language/word-numbers';`,
      resolveDir: join(root, 'server/src/core'),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function compileTables() {
  const { tables, problems, words } = buildLibraryTables(order.flatMap(packsOf));
  const [problem] = problems;
  if (problem) throw new Error(`${problem.pack}: ${problem.pointer}: ${problem.message}`);
  writeIfChanged(join(outputFolder, tablesFile), JSON.stringify(tables));
  compileDictionary([...words].sort());
  writeIfChanged(join(dictionaryFolder, 'tagger.json'), JSON.stringify(taggerModel(layOutWords)));
  mkdirSync(join(lexiconFolder, 'generated'), { recursive: true });
  // What begins with a sign is no concept but a cue.
  const concepts = tables.lexicon.concepts.filter((id) => /^\w/.test(id));
  const ids = concepts.map((id) => `\n  | '${id}'`).join('');
  writeIfChanged(
    join(lexiconFolder, 'generated/concept-id.ts'),
    `/** Ids of the concepts that ship, from server/data/lexicon. */\nexport type ConceptId =${ids};\n`,
  );
}

/** Takes two seconds, so it is done only where its words, or what lays them out, have changed. */
function compileDictionary(words) {
  const file = join(dictionaryFolder, 'dictionary.json');
  const layout = readFileSync(join(root, 'server/src/core/language/word-list.ts'));
  const source = createHash('sha256')
    .update('base64')
    .update(englishSource())
    .update(layout)
    .update(words.join(' '))
    .digest('hex');
  if (readIfThere(file)?.includes(source)) return;
  mkdirSync(dictionaryFolder, { recursive: true });
  const { labels, edges } = buildWords([...englishWords(), ...words]);
  writeFileSync(file, JSON.stringify({ source, labels, edges: Buffer.from(edges.buffer).toString('base64') }));
}

function packKinds() {
  return readdirSync(dataFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['schema', 'pages'].includes(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function compileKind(kind) {
  const packs = packsOf(kind).map(({ content }) => withoutExamples(content));
  writeIfChanged(join(outputFolder, `${kind}.json`), JSON.stringify(packs));
  return packs.length;
}

function packsOf(kind) {
  const folder = join(dataFolder, kind);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return names.map((name) => ({ path: relative(root, join(folder, name)), content: readPack(join(folder, name)) }));
}

/** Examples and notes are for tests and people. */
function withoutExamples({ concepts, constructions, ...pack }) {
  return {
    ...pack,
    ...(concepts && { concepts: concepts.map(({ id, phrases }) => ({ id, phrases })) }),
    ...(constructions && { constructions: constructions.map(({ examples, ...construction }) => construction) }),
  };
}

function readPack(path) {
  const document = parseDocument(readFileSync(path, 'utf8'), { prettyErrors: true });
  const [error] = document.errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  return document.toJS();
}

// An unchanged file keeps its time stamp, so that watchers do not start over.
function writeIfChanged(path, text) {
  if (readIfThere(path) !== text) writeFileSync(path, text);
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  }
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
