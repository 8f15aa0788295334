// `npm run bench`: every benchmark in one run, as time and as multiples of the baselines. `--quick` only shows that
// each one runs, `--check` ends with 1 where one is slower than its target. Multiples and targets go by the fastest run:
// what else the machine does makes the others slower, long ones more than short ones.
import { parseArgs } from 'node:util';
import { Bench } from 'tinybench';
import { baselines } from './baselines';
import type { Benchmark } from './benchmark';
import { checkBenchmarks } from './check';
import { reportColdStart } from './cold-start';
import { benchmarkLetter } from './letter';
import { libraryBenchmarks } from './library';
import { lookUpBenchmarks } from './look-ups';
import { parseBenchmarks } from './parse';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, check: { type: 'boolean' } } });
  const { text, source } = benchmarkLetter(process.cwd());
  const benchmarks: readonly Benchmark[] = [
    ...baselines(text),
    ...parseBenchmarks(text),
    ...checkBenchmarks(text),
    ...libraryBenchmarks(text),
    ...lookUpBenchmarks(text),
  ];
  const times = await measure(benchmarks, values.quick ?? false);
  console.log(`${source}: ${Buffer.byteLength(text)} bytes, Node ${process.version}\n`);
  const slow = report(benchmarks, times);
  if (!values.quick) reportColdStart(process.cwd());
  if (values.check && slow > 0) process.exitCode = 1;
}

/** Milliseconds of one run. */
interface Times {
  readonly fastest: number;
  readonly median: number;
}

/** Times by name. Rejects with the error of a benchmark that throws. */
async function measure(benchmarks: readonly Benchmark[], quick: boolean): Promise<ReadonlyMap<string, Times>> {
  const bench = new Bench({ throws: true, ...(quick ? { time: 20, warmupTime: 5 } : { time: 1000, warmupTime: 300 }) });
  for (const { name, run } of benchmarks) bench.add(name, run);
  await bench.run();
  return new Map(
    bench.tasks.map(({ name, result }) => {
      if (!('latency' in result)) throw new Error(`${name} gave no result`);
      return [name, { fastest: result.latency.min, median: result.latency.p50 }];
    }),
  );
}

/** Prints the table; returns how many are slower than their target. */
function report(benchmarks: readonly Benchmark[], times: ReadonlyMap<string, Times>): number {
  const time = (name: string, which: keyof Times = 'fastest') => times.get(name)?.[which] ?? Number.NaN;
  const columns = benchmarks.filter((each) => each.baseline !== undefined);
  const isSlow = ({ name, target }: Benchmark) => target !== undefined && time(name) > target;
  const rows = benchmarks.map((each) => [
    each.name,
    `${time(each.name).toFixed(3)} ms`,
    `${time(each.name, 'median').toFixed(3)} ms`,
    ...columns.map((base) => `${(time(each.name) / time(base.name)).toFixed(2)} x`),
    each.target === undefined ? '' : `${isSlow(each) ? 'SLOWER than' : 'within'} ${each.target} ms`,
  ]);
  printTable([['', 'fastest', 'median', ...columns.map(({ baseline = '' }) => `by ${baseline}`), 'target'], ...rows]);
  return benchmarks.filter(isSlow).length;
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

void main();
