import type { Command } from './command';
import { commands } from './commands';
import { type OptionName, specOf } from './options';

/** Returns the help of `imr` itself. */
export function generalHelp(): string {
  const rows = commands.map(({ name, operands, summary }): Row => [`imr ${name} ${operands}`, summary]);
  return [
    'imr: check and read California Independent Medical Review determination letters',
    '',
    ...table(rows),
    '',
    'PATH is a file (text, .docx, .pdf, .html, .eml), a folder (searched for letters; .gitignore is respected), or a glob; - is standard input.',
    'imr COMMAND --help lists the options of a command; imr --version prints the version; with --verbose, also when the data were checked.',
    'Exit code: 0 no finding at or above --fail-on; 1 findings; 2 wrong usage, or a file could not be read or written.',
    '',
  ].join('\n');
}

/** Returns the help of one command. */
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
