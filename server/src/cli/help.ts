import type { Command } from './command';
import { commands } from './commands';
import { type OptionName, specOf } from './options';

/** The help of `imr` itself. */
export function generalHelp(): string {
  const rows = commands.map(({ name, operands, summary }): Row => [`imr ${name} ${operands}`, summary]);
  return [
    'imr: checks and reads California Independent Medical Review determination letters',
    '',
    ...table(rows),
    '',
    'PATH is a file (text, .docx, .pdf, .html, .eml), a folder (searched for letters; .gitignore is honored) or a glob; - is standard input.',
    'imr COMMAND --help lists the options of a command; imr --version prints the version, and with --verbose when the data were checked.',
    'Exit code: 0 nothing found at or above --fail-on; 1 something found; 2 bad usage, or a file not read or written.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const { name, operands, summary, formats, options } = command;
  const rows = options.map((option): Row => [written(option), explained(option, formats)]);
  return [`imr ${name} ${operands}`, `  ${summary}`, '', ...table(rows), ''].join('\n');
}

type Row = readonly [string, string];

function written(name: OptionName): string {
  const { takes, short } = specOf(name);
  return `--${name}${takes ? ` ${takes}` : ''}${short ? `, -${short}` : ''}`;
}

function explained(name: OptionName, formats: readonly string[]): string {
  const { help, choices } = specOf(name);
  const values = name === 'format' ? formats : choices;
  return values ? `${help}: ${values.join(', ')}` : help;
}

function table(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
