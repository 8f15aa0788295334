// `npm run soak`: replays a long session of edits and requests in open letters, and fails when the server grows or when an answer takes
// too long. What counts is the CPU time of the busiest thread, the worker's, with its garbage collection: on a machine with other work, the
// time on the clock is mostly that of others. It is printed beside it, and counts where the system does not tell CPU times. `--edits N`, `--seconds N` (the earlier end counts), `--seed N`, `--report FILE`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { addTo } from '../../server/src/core/text/groups';
import { median } from '../bench/interleave';
import { ServerProcess } from '../bench/server-process';
import { type Random, randomOf } from '../fuzz/random';
import { requests } from '../lsp/requests';

/** Edits that do not count: caches fill, and the engine compiles what runs often. */
const warmUp = 500;
/** An answer may take so many times the median of all. */
const mostTimes = 20;
/** Memory of the last quarter over that of the second one. */
const mostGrowth = 1.1;
/** Every so many edits a letter is what it was, or it would be no letter any more. */
const restored = 300;
const lettersOpen = 12;
const oddWords = ['the the', 'recieved', '[date]', 'Norco', ': Upheld', '\n\n', 'Page 3 of 6', '\u00ad', '\u{1f600}'];

/** Milliseconds that an answer took: of CPU in the busiest thread, and on the clock. */
interface Cost {
  readonly cpu: number;
  readonly clock: number;
}

class Session {
  readonly costs = new Map<string, Cost[]>();
  readonly #server: ServerProcess;
  readonly #random: Random;
  readonly #letters: { readonly original: string; document: TextDocument; edits: number }[];
  isCounting = false;

  constructor(server: ServerProcess, random: Random, texts: readonly string[]) {
    this.#server = server;
    this.#random = random;
    this.#letters = texts.map((original, i) => ({
      original,
      document: TextDocument.create(`file:///letters/${i}.imr`, 'imr', 1, original),
      edits: 0,
    }));
  }

  async open(): Promise<void> {
    for (const { document } of this.#letters) {
      await this.#server.open(document.uri, document.getText());
      await this.#timed('textDocument/diagnostic', document.uri);
    }
  }

  /** One edit with its findings, and now and then all else that an editor asks. */
  async edit(): Promise<void> {
    const letter = this.#random.of(this.#letters);
    const text = letter.document.getText();
    const isRestored = ++letter.edits % restored === 0;
    const [start, end, words] = isRestored ? [0, text.length, letter.original] : this.#change(text);
    const range = { start: letter.document.positionAt(start), end: letter.document.positionAt(end) };
    letter.document = TextDocument.update(letter.document, [{ range, text: words }], letter.document.version + 1);
    await this.#server.change(letter.document.uri, range, words);
    await this.#timed('textDocument/diagnostic', letter.document.uri);
    if (this.#random.below(10) > 0) return;
    const [method, params] = this.#random.of(requests);
    const position = letter.document.positionAt(this.#random.below(text.length));
    await this.#timed(method, letter.document.uri, { ...params, position });
  }

  /** Mostly a key or two, as a person types; sometimes a deletion, or a passage of another letter. */
  #change(text: string): [start: number, end: number, words: string] {
    const at = this.#random.below(text.length);
    const kind = this.#random.below(20);
    if (kind < 13) return [at, at, String.fromCharCode(97 + this.#random.below(26))];
    if (kind < 16) return [at, Math.min(text.length, at + 1 + this.#random.below(30)), ''];
    if (kind < 18) return [at, at, this.#random.of(oddWords)];
    const { original } = this.#random.of(this.#letters);
    const from = this.#random.below(original.length);
    return [at, at, original.slice(from, from + this.#random.below(400))];
  }

  async #timed(method: string, uri: string, params: object = {}): Promise<void> {
    const used = this.#server.cpuTimes();
    const started = performance.now();
    await this.#server.ask(method, uri, params);
    const clock = performance.now() - started;
    if (!this.isCounting) return;
    const cpu = used.size > 0 ? busiest(used, this.#server.cpuTimes()) : clock;
    addTo(this.costs, method, { cpu, clock });
  }
}

/** The most that one thread has used between two readings. */
function busiest(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  return Math.max(0, ...[...after].map(([thread, time]) => time - (before.get(thread) ?? time)));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      edits: { type: 'string', default: '50000' },
      seconds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      report: { type: 'string' },
    },
  });
  const most = Number(values.edits);
  const until = performance.now() + Number(values.seconds ?? Number.POSITIVE_INFINITY) * 1000;
  const letters = join(process.cwd(), 'test/corpus/letters');
  const names = readdirSync(letters).sort().slice(0, lettersOpen);
  const texts = names.map((name) => readFileSync(join(letters, name), 'utf8'));
  const server = await ServerProcess.start(join(process.cwd(), 'dist/server.js'));
  const session = new Session(server, randomOf(Number(values.seed)), texts);
  await session.open();
  const memory: number[] = [];
  let edits = 0;
  for (; edits < most && performance.now() < until; edits++) {
    session.isCounting = edits >= warmUp;
    await session.edit();
    if (edits % 50 === 0) memory.push(server.memory());
  }
  await server.close();
  const quarter = (n: number): number =>
    mean(memory.slice(Math.floor((n * memory.length) / 4), Math.floor(((n + 1) * memory.length) / 4)));
  const growth = quarter(3) / quarter(1);
  const usualOfAll = median([...session.costs.values()].flat().map(({ cpu }) => cpu));
  const rows = [...session.costs].map(([method, costs]) => {
    const longest = costs.reduce((most, cost) => (cost.cpu > most.cpu ? cost : most));
    const slowest = costs.reduce((most, { clock }) => Math.max(most, clock), 0);
    const usual = median(costs.map(({ cpu }) => cpu));
    return { method, count: costs.length, usual, longest: longest.cpu, ratio: longest.cpu / usualOfAll, slowest };
  });
  const slow = rows.filter(({ ratio }) => ratio > mostTimes);
  const report = [
    `- seed ${values.seed}, ${edits} edits in ${texts.length} open letters, ${rows.reduce((sum, { count }) => sum + count, 0)} requests counted`,
    `- memory: ${quarter(1).toFixed(0)} MB in the second quarter, ${quarter(3).toFixed(0)} MB in the last, ${growth.toFixed(2)} times (at most ${mostGrowth})`,
    `- median of all answers ${usualOfAll.toFixed(1)} ms of CPU; ${slow.length} kinds of requests with one over ${mostTimes} times that`,
    '',
    'Milliseconds of CPU in the busiest thread. The last column is the time on the clock, which includes what else the machine did.',
    '',
    '| request | answers | median | longest | over the median of all | longest on the clock |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ method, count, usual, longest, ratio, slowest }) =>
        `| ${method} | ${count} | ${usual.toFixed(1)} | ${longest.toFixed(1)} | ${ratio.toFixed(1)} | ${slowest.toFixed(1)} |`,
    ),
  ].join('\n');
  console.log(report);
  if (values.report) writeFileSync(values.report, `# Last run of \`npm run soak\`\n\n${report}\n`);
  if (growth > mostGrowth || slow.length > 0) process.exitCode = 1;
}

void main();
