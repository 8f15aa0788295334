import { createColors } from 'picocolors';
import { largestLetter } from '../workspace/decode';
import { openOutput } from './files/output';

export type Colours = ReturnType<typeof createColors>;

/** Where a command reads and writes. */
export interface Terminal {
  /** Colours for what `print` writes; they do nothing where it goes to a file or a pipe. */
  readonly colours: Colours;
  /** To standard output, or to the file of `--output`. */
  print(text: string): void;
  /** A line on standard error that says what went wrong. */
  complain(message: string): void;
  /** A line on standard error for who watches; not under `--quiet`. */
  note(message: string): void;
  /** How far the work is; shown on a terminal once it has taken more than a second. */
  progress(done: number, total: number): void;
  /** All of standard input; stops reading behind the largest letter. */
  readStandardInput(): Promise<Uint8Array>;
}

export interface TerminalOptions {
  readonly output?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly 'no-color'?: boolean | undefined;
}

const clearLine = '\r\x1b[K';

/** A terminal with its end: `finish` completes the file of `--output`, `close` without it leaves that file as it was. */
export interface OpenTerminal extends Terminal {
  finish(): void;
  close(): void;
}

/** Opens the standard streams, and the file of `--output`. Throws a UsageError where that cannot be written. */
export function openTerminal(options: TerminalOptions): OpenTerminal {
  const { stdout, stderr } = process;
  const file = options.output === undefined ? undefined : openOutput(options.output);
  const started = Date.now();
  let shownAt = 0;
  let isShown = false;
  const clearProgress = (): void => {
    if (isShown) stderr.write(clearLine);
    isShown = false;
  };
  return {
    colours: createColors(file === undefined && wantsColour(options)),
    print(text) {
      if (text === '') return;
      clearProgress();
      if (file === undefined) stdout.write(text);
      else file.write(text);
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
      stderr.write(`${clearLine}${done} of ${total} letters`);
    },
    readStandardInput,
    finish: () => file?.finish(),
    close() {
      clearProgress();
      file?.close();
    },
  };
}

/** See https://no-color.org; `FORCE_COLOR` is the customary contrary. */
function wantsColour(options: TerminalOptions): boolean {
  if (options['no-color'] || process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== '0';
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > largestLetter) break;
  }
  return Buffer.concat(chunks);
}
