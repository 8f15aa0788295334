import { parseArgs } from 'node:util';
import type { Command, Invocation } from './command';
import { commands } from './commands';
import { didYouMean } from './did-you-mean';
import { type OptionName, type Options, optionSpecs, specOf } from './options';
import { UsageError } from './usage-error';

/** A parsed command line. `help` without a command is the general help. */
export type Request =
  | { readonly kind: 'version'; readonly isVerbose: boolean }
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'run'; readonly command: Command; readonly invocation: Invocation };

/** Parses the arguments of `imr`. Throws a UsageError that says what is wrong and suggests the nearest name. */
export function readArguments(args: readonly string[]): Request {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h') return { kind: 'help' };
  if (first === '--version' || first === '-V') return { kind: 'version', isVerbose: rest.includes('--verbose') };
  if (first === 'help')
    return rest[0] === undefined ? { kind: 'help' } : { kind: 'help', command: commandNamed(rest[0]) };
  const command = commandNamed(first);
  const { values, positionals } = parseOptions(rest, command);
  if (values.help) return { kind: 'help', command };
  const format = oneOf('format', values.format ?? command.formats[0] ?? '', command.formats);
  return { kind: 'run', command, invocation: { operands: positionals, format, options: values } };
}

function commandNamed(name: string): Command {
  const command = commands.find((each) => each.name === name);
  if (command) return command;
  const what = name.startsWith('-') ? `the command comes before the option ${name}` : `no command ${name}`;
  const names = commands.map((each) => each.name);
  throw new UsageError(`${what}${didYouMean(name, names)}; imr --help lists the commands`);
}

function parseOptions(args: readonly string[], command: Command): { values: Options; positionals: string[] } {
  const options = Object.fromEntries(
    command.options.map((name) => {
      const { takes, short } = specOf(name);
      return [name, { type: takes ? ('string' as const) : ('boolean' as const), ...(short && { short }) }];
    }),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const values: Record<string, string | boolean> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option') values[token.name] = optionValue(token, command);
  }
  return { values: values as Options, positionals };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function optionValue({ name, rawName, value, inlineValue }: OptionToken, command: Command): string | boolean {
  if (!command.options.includes(name as OptionName)) throw unknownOption(name, rawName, command);
  const { takes, choices } = specOf(name as OptionName);
  if (!takes) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
    return true;
  }
  const isNextOption = !inlineValue && value?.startsWith('--');
  if (value === undefined || value === '' || isNextOption)
    throw new UsageError(`${rawName} needs a value: ${rawName} ${takes}`);
  return choices ? oneOf(name, value, choices) : value;
}

function unknownOption(name: string, rawName: string, command: Command): UsageError {
  if (name in optionSpecs) return new UsageError(`imr ${command.name} takes no ${rawName}`);
  const meant = didYouMean(
    rawName,
    command.options.map((option) => `--${option}`),
  );
  return new UsageError(`unknown option ${rawName}${meant}; imr ${command.name} --help lists the options`);
}

function oneOf(option: string, value: string, choices: readonly string[]): string {
  if (choices.length === 0 || choices.includes(value)) return value;
  throw new UsageError(`--${option} ${value}: not one of ${choices.join(', ')}${didYouMean(value, choices)}`);
}
