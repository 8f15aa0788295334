import { version } from '../../../package.json';
import { WriteError } from '../disk/write-error';
import { readArguments } from './arguments';
import type { ExitCode } from './command';
import { commandHelp, generalHelp } from './help';
import type { Host } from './host';
import { loadCommand } from './load-command';
import { openTerminal } from './terminal';
import { UsageError } from './usage-error';

/** Runs `imr` with these arguments. Errors go to standard error; never rejects. */
export async function runCommandLine(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await run(args, host);
  } catch (error) {
    host.stderr.write(`imr: ${explain(error)}\n`);
    return 2;
  }
}

async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const request = readArguments(args);
  if (request.kind === 'version') {
    host.stdout.write(`${version}\n${request.isVerbose ? await checkedPacks() : ''}`);
    return 0;
  }
  if (request.kind === 'help') {
    host.stdout.write(request.command ? commandHelp(request.command) : generalHelp());
    return args.length === 0 ? 2 : 0;
  }
  const { invocation } = request;
  const command = await loadCommand(request.command.name);
  const terminal = openTerminal(invocation.options, host);
  try {
    const code = await command.run(invocation, terminal);
    terminal.finish();
    return code;
  } finally {
    terminal.close();
  }
}

/** A line for each kind of pack: `guidelines  checked 2026-11-22 to 2026-11-28`. */
async function checkedPacks(): Promise<string> {
  const [{ builtinPacks }, { builtinFormEntries }] = await Promise.all([
    import('../builtin/packs'),
    import('../builtin/forms'),
  ]);
  const packs = [...builtinPacks, ...builtinFormEntries.map(({ checkedOn }) => ({ kind: 'forms', checkedOn }))];
  const lines = [...new Set(packs.map(({ kind }) => kind))].map((kind) => {
    const days = packs.flatMap((pack) => (pack.kind === kind && pack.checkedOn ? [pack.checkedOn] : [])).toSorted();
    const [first, last] = [days[0], days.at(-1)];
    return `${kind.padEnd(10)}  checked ${first === last ? first : `${first} to ${last}`}\n`;
  });
  return lines.join('');
}

/** Mistakes of the user get one line; bugs of ours are shown with their stack. */
export function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof WriteError) return error.message;
  if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd')
    return 'the current folder no longer exists';
  return `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
