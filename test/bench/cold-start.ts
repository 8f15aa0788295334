// What a script pays for each call of the command line, as multiples of a Node that does nothing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const runs = 9;

/** Prints the median time of whole processes; says so where the command line is not built. */
export function reportColdStart(root: string): void {
  const cli = join(root, 'dist/cli.js');
  if (!existsSync(cli)) {
    console.log('\ncold start: not measured, dist/cli.js is not built (npm run build)');
    return;
  }
  const letter = join(root, 'samples/2014-letter.imr.txt');
  const bare = medianTime(['-e', '0']);
  console.log(`\ncold start: a Node that does nothing takes ${bare.toFixed(0)} ms`);
  for (const args of [['--version'], ['parse', letter], ['check', '--fail-on', 'never', letter]]) {
    const time = medianTime([cli, ...args]);
    console.log(`imr ${args[0]?.padEnd(9)} ${time.toFixed(0).padStart(5)} ms  ${(time / bare).toFixed(2)} x`);
  }
}

/** Milliseconds. Throws where a process fails. */
function medianTime(args: readonly string[]): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`${args.join(' ')}: exit code ${status}`);
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}
