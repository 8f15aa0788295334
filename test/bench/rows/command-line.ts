// The command line as a script calls it: whole processes, their start included.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure, Setup } from '../figure';
import { interleaveRuns, ratioOfMedians } from '../interleave';
import { distinct, letterOfSize, sampleLetter } from '../letter';

export async function measureCommandLine(setup: Setup): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-'));
  try {
    return [await oneLetter(setup, folder), ...(await manyLetters(setup, folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function oneLetter({ root, letter, isQuick }: Setup, folder: string): Promise<Figure> {
  const file = join(folder, 'one.txt');
  writeFileSync(file, letter);
  const check = ['check', '--fail-on', 'never', file];
  const times = await interleaveRuns(
    { ours: () => run([join(root, 'dist/cli.js'), ...check]), bare: () => run(['-e', '0']) },
    isQuick ? 5 : 25,
  );
  rmSync(file);
  return { name: 'command line: one letter', unit: 'x', target: 3, ...ratioOfMedians(times.ours, times.bare) };
}

/** Letters of 7.2 KB, no two alike, in one thread and in two. */
async function manyLetters({ root, isQuick }: Setup, folder: string): Promise<Figure[]> {
  const count = isQuick ? 200 : 2000;
  const letter = letterOfSize(sampleLetter(root), 7200);
  for (let n = 0; n < count; n++) writeFileSync(join(folder, `${n}.txt`), distinct(letter, n));
  const check = [join(root, 'dist/cli.js'), 'check', '--quiet', '--no-config', '--fail-on', 'never', folder, '--jobs'];
  const times = await interleaveRuns(
    { one: () => run([...check, '1']), two: () => run([...check, '2']) },
    isQuick ? 1 : 2,
    0,
  );
  const threads = ratioOfMedians(times.one, times.two);
  const perSecond = count / (Math.min(times.one.fastest, times.two.fastest) / 1000);
  return [
    { name: `command line: ${count} letters`, unit: 'letters/s', target: 1000, isMoreBetter: true, value: perSecond },
    { name: 'command line: two threads over one', unit: 'x', target: 1.6, isMoreBetter: true, ...threads },
  ];
}

/** Milliseconds. Throws where the process fails. */
function run(args: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')}: exit code ${status}`);
  return performance.now() - started;
}
