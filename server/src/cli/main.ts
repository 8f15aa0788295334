// The command line `imr`.
import { parentPort, workerData } from 'node:worker_threads';
import { version } from '../../../package.json';
import { toWriteError, WriteError } from '../disk/write-error';
import { readArguments } from './arguments';
import type { ExitCode } from './command';
import { commandHelp, generalHelp } from './help';
import { openTerminal } from './terminal';
import { UsageError } from './usage-error';

async function main(args: readonly string[]): Promise<ExitCode> {
  const request = readArguments(args);
  if (request.kind === 'version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (request.kind === 'help') {
    process.stdout.write(request.command ? commandHelp(request.command) : generalHelp());
    return args.length === 0 ? 2 : 0;
  }
  const { invocation } = request;
  const command = await request.command.load();
  const terminal = openTerminal(invocation.options);
  try {
    const code = await command.run(invocation, terminal);
    terminal.finish();
    return code;
  } finally {
    terminal.close();
  }
}

/** What a user can mend is said in a line; a fault of ours is shown whole. */
function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof WriteError) return error.message;
  return `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

// Whoever reads our output may stop early, as `head` does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`imr: <stdout>: cannot be written: ${explain(toWriteError(error))}\n`);
  process.exit(2);
});

// Nothing can be said any more, but the exit code still counts.
process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? undefined : 2));

async function run(): Promise<void> {
  // A thread that another one started to check letters.
  if (parentPort) return (await import('./check-thread')).serveThread(parentPort, workerData);
  process.exitCode = await main(process.argv.slice(2));
}

run().catch((error: unknown) => {
  process.stderr.write(`imr: ${explain(error)}\n`);
  process.exitCode = 2;
});
