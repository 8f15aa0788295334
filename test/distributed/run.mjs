// `npm run test:distributed -- --letters 20000`: the example of docs/examples/distributed on a local cluster of two workers. Its results
// must be those of one plain run, byte for byte. Prints the rates of both.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const cli = join(root, 'dist/cli.js');
const script = join(root, 'docs/examples/distributed/check-letters.py');
/** The Python that Debian's packages are for. */
const python = process.env.PYTHON ?? '/usr/bin/python3';
const recordsInPart = 500;

const { values } = parseArgs({ options: { letters: { type: 'string', default: '20000' } } });
const count = Number(values.letters);
if (!Number.isInteger(count) || count < 2) throw new Error(`--letters ${values.letters}: not a number from 2 on`);

const folder = mkdtempSync(join(tmpdir(), 'imr-distributed-'));
try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function main() {
  const [parts, results, cut] = ['parts', 'results', 'cut'].map((name) => join(folder, name));
  mkdirSync(parts);
  const records = makeRecords();
  const inPart = Math.min(recordsInPart, Math.ceil(count / 4));
  for (let i = 0; i * inPart < records.length; i++) {
    const lines = records.slice(i * inPart, (i + 1) * inPart);
    writeFileSync(join(parts, `${String(i).padStart(6, '0')}.ndjson`), lines.join(''));
  }
  const all = join(folder, 'all.ndjson');
  writeFileSync(all, records.join(''));

  const plain = join(folder, 'plain.ndjson');
  const one = run('plain run', process.execPath, [cli, 'check', '--records', all, '--output', plain], [2]);
  const cluster = [script, parts, results, '--local', '2', '--imr', `'${process.execPath}' '${cli}'`];
  const two = run('cluster', python, cluster, [0]);
  const expected = readFileSync(plain, 'utf8');
  same(expected.trimEnd().split('\n').length, records.length, 'results of the plain run');
  same(expected.split('\n').filter((line) => line.includes('"error":"')).length, 1, 'records that cannot be read');
  same(joined(results) === expected, true, 'the results of both are equal');

  // What is there is kept, and what fails is said.
  rmSync(join(results, readdirSync(results)[0]));
  run('the part that is missing', python, cluster, [0]);
  same(joined(results) === expected, true, 'the results are complete again');
  const failed = run(
    'a command that is not there',
    python,
    [script, parts, cut, '--local', '1', '--imr', 'false'],
    [1],
  );
  same(/ 0 parts checked|^0 records in 0 parts/.test(failed.output), true, 'nothing is said to be checked');

  console.log(`${count} letters: one process ${rate(one)}, two workers ${rate(two)}; the results are equal`);
}

/** Letters of the corpus in turn, each under a case number of its own; the last line is no record. */
function makeRecords() {
  const corpus = join(root, 'test/corpus/letters');
  const letters = readdirSync(corpus)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(corpus, name), 'utf8'));
  const records = Array.from({ length: count }, (_, i) => {
    const text = letters[i % letters.length].replace(/\bCM(\d\d)-\d{7}\b/g, `CM$1-${String(i).padStart(7, '0')}`);
    return `${JSON.stringify({ id: i, text })}\n`;
  });
  return [...records, '{"id": "broken"\n'];
}

function joined(results) {
  return readdirSync(results)
    .sort()
    .map((name) => readFileSync(join(results, name), 'utf8'))
    .join('');
}

function run(name, command, args, codes) {
  const started = performance.now();
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (error) throw error;
  if (!codes.includes(status)) throw new Error(`${name}: exit code ${status}\n${stdout}\n${stderr}`);
  return { seconds: (performance.now() - started) / 1000, output: stdout };
}

function same(found, expected, what) {
  if (found !== expected) throw new Error(`${what}: ${found}, not ${expected}`);
}

function rate({ seconds }) {
  return `${Math.round(count / seconds)} letters a second (${seconds.toFixed(1)} s)`;
}
