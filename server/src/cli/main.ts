// The command line `imr`.
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { toWriteError } from '../disk/write-error';
import { explain, runCommandLine } from './run';

// Each thread compiles for itself what it runs often, and by default the processor is as busy with that as with some hundred letters.
// Compiling only what runs ten times as often halves the time of four hundred.
setFlagsFromString('--interrupt-budget=1000000');

// Whoever reads our output may stop early, as `head` does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`imr: <stdout>: cannot be written: ${explain(toWriteError(error))}\n`);
  process.exit(2);
});

// Nothing can be said any more, but the exit code still counts.
process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? undefined : 2));

async function main(): Promise<void> {
  // A thread that another one started to check letters.
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
