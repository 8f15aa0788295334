import type { OptionName, Options } from './options';
import type { Terminal } from './terminal';

/** 0: nothing at or above the threshold; 1: something; 2: wrong usage, or a file that could not be read or written. */
export type ExitCode = 0 | 1 | 2;

/** The arguments of one call. */
export interface Invocation {
  /** Arguments that are not options: paths, a code, a term. */
  readonly operands: readonly string[];
  /** One of the command's formats; the first one by default. */
  readonly format: string;
  readonly options: Options;
}

/** The syntax and help of a command. */
export interface Command {
  readonly name: CommandName;
  /** `[PATH…|-]` */
  readonly operands: string;
  readonly summary: string;
  /** The first one is the default. Empty if the command has only one format. */
  readonly formats: readonly string[];
  readonly options: readonly OptionName[];
}

/** The code of a command. */
export interface CommandModule {
  run(invocation: Invocation, terminal: Terminal): Promise<ExitCode>;
}

export type CommandName =
  | 'check'
  | 'parse'
  | 'fix'
  | 'convert'
  | 'redact'
  | 'verify'
  | 'stats'
  | 'explain'
  | 'lookup'
  | 'completions';
