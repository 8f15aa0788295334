import { createColors } from 'picocolors';
import { largestLetter } from '../workspace/decode';
import { type Output, openOutput } from './files/output';
import type { Host } from './host';

export type Colors = ReturnType<typeof createColors>;

/** Input and output of a command. */
export interface Terminal {
  /** Colors for `print`. They do nothing for a file or a pipe. */
  readonly colors: Colors;
  /** Prints to standard output or the file of `--output`. */
  print(content: string | Uint8Array): void;
  /** Resolves when the reader of standard output is ready for more. */
  ready(): Promise<void>;
  /** Prints a line on standard error that says what went wrong. */
  complain(message: string): void;
  /** Prints a line of information on standard error, unless `--quiet` is given. */
  note(message: string): void;
  /** Shows progress on a terminal after the first second. */
  progress(done: number, total: number): void;
  /** Whether `print` writes to a terminal, not to a file or a pipe. */
  readonly isTerminal: boolean;
  /** Columns of a line; 80 if unknown. */
  readonly columns: number;
  /** The module for other threads. */
  readonly threadModule: string;
  /** Opens a file for writing: see `openOutput`. */
  openOutput(path: string): Output;
  /** Standard input as it comes. */
  readonly standardInput: AsyncIterable<Uint8Array>;
  /** Reads all of standard input, up to the size of the largest letter. */
  readStandardInput(): Promise<Uint8Array>;
}

export interface TerminalOptions {
  readonly output?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly 'no-color'?: boolean | undefined;
}

const clearLine = '\r\x1b[K';

/** A terminal that ends: `finish` completes the file of `--output`; `close` without it leaves that file as it was. */
export interface OpenTerminal extends Terminal {
  finish(): void;
  close(): void;
}

/** Opens the standard streams and the file of `--output`. Throws a UsageError if that cannot be written. */
export function openTerminal(options: TerminalOptions, host: Host): OpenTerminal {
  const { stdout, stderr } = host;
  const file = options.output === undefined ? undefined : openOutput(options.output, host);
  const started = Date.now();
  let shownAt = 0;
  let isShown = false;
  const clearProgress = (): void => {
    if (isShown) stderr.write(clearLine);
    isShown = false;
  };
  return {
    colors: createColors(file === undefined && wantsColor(options, host)),
    print(content) {
      if (content.length === 0) return;
      clearProgress();
      if (file === undefined) stdout.write(content);
      else file.write(content);
    },
    complain(message) {
      clearProgress();
      stderr.write(`imr: ${message}\n`);
    },
    note(message) {
      clearProgress();
      if (!options.quiet) stderr.write(`${message}\n`);
    },
    progress(done, total) {
      const now = Date.now();
      if (options.quiet || !stderr.isTTY || now - started < 1000 || now - shownAt < 100) return;
      shownAt = now;
      isShown = true;
      stderr.write(`${clearLine}${progressInWords(done, total, now - started)}`);
    },
    openOutput: (path) => openOutput(path, host),
    isTerminal: file === undefined && stdout.isTTY === true,
    columns: stdout.columns ?? 80,
    threadModule: host.threadModule,
    async ready() {
      if (file === undefined && stdout.writableNeedDrain)
        await new Promise<void>((resolve) => stdout.once?.('drain', resolve));
    },
    standardInput: host.stdin,
    readStandardInput: () => readAll(host.stdin),
    finish: () => file?.finish(),
    close() {
      clearProgress();
      file?.close();
    },
  };
}

/** `120 of 2,000 letters, 95 a second, 20 s left`. `elapsed` in milliseconds. */
export function progressInWords(done: number, total: number, elapsed: number): string {
  const count = (n: number): string => n.toLocaleString('en-US');
  const rate = done / (elapsed / 1000);
  const letters = `${count(done)} of ${count(total)} letters`;
  if (done === 0 || rate === 0) return letters;
  return `${letters}, ${count(Math.max(1, Math.round(rate)))} a second, ${count(Math.ceil((total - done) / rate))} s left`;
}

/** See https://no-color.org; `FORCE_COLOR` is the usual opposite. */
function wantsColor(options: TerminalOptions, { env, stdout }: Host): boolean {
  if (options['no-color'] || env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stdout.isTTY === true && env.TERM !== 'dumb';
}

async function readAll(stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > largestLetter) break;
  }
  return Buffer.concat(chunks);
}
