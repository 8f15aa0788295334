// `npm run bench`: how fast, how large, how much; each figure as a ratio where it can be one, so that it travels between machines.
// `--quick` takes fewer and smaller runs, `--only GROUP` one group of rows. `--json` prints data. `--check` ends with 1 where a figure
// is worse than test/bench/baseline.json by more than noise; `--write-baseline` writes that file.
import { parseArgs } from 'node:util';
import { type Baseline, betterOf, type Comparison, compare, readBaseline, writeBaseline } from './baseline';
import type { Figure, Row, Setup } from './figure';
import { benchmarkLetter } from './letter';
import { asTable } from './report';
import { rows } from './rows';

const options = {
  quick: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'write-baseline': { type: 'boolean', default: false },
  only: { type: 'string' },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  const root = process.cwd();
  const { text: letter, source } = benchmarkLetter(root);
  const kind = `${source}, ${values.quick ? 'quick' : 'whole'}`;
  const baseline = readBaseline(root, kind);
  const setup = { root, isQuick: values.quick, letter };
  const figures: Figure[] = [];
  for (const row of chosenRows(values.only)) {
    figures.push(...(values.check ? await measureTwice(row, setup, baseline) : await measureOnce(row, setup)));
  }
  const compared = compare(figures, baseline);
  if (values.json) console.log(JSON.stringify({ letter: source, node: process.version, figures: compared }, null, 2));
  else console.log(asTable(compared, `${kind}: ${Buffer.byteLength(letter)} bytes, Node ${process.version}`));
  if (values['write-baseline']) writeBaseline(root, kind, figures);
  if (values.check) judge(compared, kind);
}

function chosenRows(only: string | undefined): readonly Row[] {
  const chosen = rows.filter(({ group }) => only === undefined || group === only);
  if (chosen.length === 0) throw new Error(`--only takes one of: ${rows.map(({ group }) => group).join(', ')}`);
  return chosen;
}

async function measureOnce({ group, measure }: Row, setup: Setup): Promise<readonly Figure[]> {
  const started = performance.now();
  const figures = await measure(setup);
  console.error(`${group}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return figures;
}

/** A group that seems worse is measured once more, and the better figures count: a machine that was busy is no regression. */
async function measureTwice(row: Row, setup: Setup, baseline: Baseline): Promise<readonly Figure[]> {
  const first = await measureOnce(row, setup);
  if (compare(first, baseline).every(({ verdict }) => verdict !== 'worse')) return first;
  const second = await measureOnce(row, setup);
  return first.map((figure, at) => betterOf(figure, second[at]));
}

function judge(compared: readonly Comparison[], kind: string): void {
  const worse = compared.filter(({ verdict }) => verdict === 'worse');
  for (const { name, value, baseline } of worse) console.error(`WORSE: ${name}: ${value.toFixed(2)}, was ${baseline}`);
  const isUnknown = compared.every(({ baseline }) => baseline === undefined);
  if (isUnknown) console.error(`no baseline for "${kind}": npm run bench -- --write-baseline`);
  if (isUnknown || worse.length > 0) process.exitCode = 1;
}

void main();
