// The command line `imr`.
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { toWriteError } from '../disk/write-error';
import { explain, runCommandLine } from './run';

// V8 optimizes code early, and each thread does it again. Asking for about four times as many runs first saves a seventh of the time in
// a folder of a hundred letters, and a twentieth in one of a thousand.
setFlagsFromString('--interrupt-budget=300000');

// A reader of our output may stop early, as `head` does. That is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`imr: <stdout>: cannot be written: ${explain(toWriteError(error))}\n`);
  process.exit(2);
});

// Nothing can be printed any more, but the exit code still counts.
process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? undefined : 2));

async function main(): Promise<void> {
  // A thread that another thread started to check letters.
  if (parentPort) return (await import('./check-worker')).serveWorker(parentPort, workerData);
  const { stdin, stdout, stderr, env } = process;
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    stdin,
    stdout,
    stderr,
    env,
    threadModule: __filename,
  });
}

void main();
