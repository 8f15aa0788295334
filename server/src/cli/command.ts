import type { OptionName, Options } from './options';
import type { Terminal } from './terminal';

/** 0: nothing at or above the threshold; 1: something; 2: bad usage, or a file that could not be read or written. */
export type ExitCode = 0 | 1 | 2;

/** What a command is asked to do. */
export interface Invocation {
  /** What is not an option: paths, a code, a term. */
  readonly operands: readonly string[];
  /** One of the command's formats; its first one where none was asked for. */
  readonly format: string;
  readonly options: Options;
}

/** A command as it is written, explained and run. */
export interface Command {
  readonly name: string;
  /** `[PATH…|-]` */
  readonly operands: string;
  readonly summary: string;
  /** The first is the default. Empty: the command has one form only. */
  readonly formats: readonly string[];
  readonly options: readonly OptionName[];
  /** Loads the command's code, which others need not wait for. */
  load(): Promise<{ run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> }>;
}
