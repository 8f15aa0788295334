import type { ExitCode, Invocation } from '../command';
import { commands } from '../commands';
import { type OptionName, specOf } from '../options';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

const shells: Readonly<Record<string, () => string>> = { bash, zsh, fish };

/** Runs `imr completions SHELL`: prints a script for the shell's start-up file or its completions folder. */
export async function run({ operands }: Invocation, terminal: Terminal): Promise<ExitCode> {
  const [shell = ''] = operands;
  const write = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (!write || operands.length > 1)
    throw new UsageError(`imr completions needs one of ${Object.keys(shells).join(', ')}`);
  terminal.print(write());
  return 0;
}

interface CompletedOption {
  readonly name: OptionName;
  readonly help: string;
  /** The values that an option takes, if they are known. Undefined for a switch. */
  readonly values: readonly string[] | undefined;
}

function optionsOf({ options, formats }: (typeof commands)[number]): readonly CompletedOption[] {
  return options.map((name) => {
    const { takes, choices, help } = specOf(name);
    const values = name === 'format' ? formats : choices;
    return { name, help, values: takes === undefined ? undefined : (values ?? []) };
  });
}

function bash(): string {
  const cases = commands.map((command) => {
    const names = optionsOf(command).map(({ name }) => `--${name}`);
    return `    ${command.name}) words="${names.join(' ')}" ;;`;
  });
  const values = valuesByOption().map(([name, each]) => `    --${name}) words="${each.join(' ')}" ;;`);
  return `# bash completion for imr: source <(imr completions bash)
_imr() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  COMPREPLY=()
  case "$before" in
${values.join('\n')}
  esac
  if [ -z "$words" ]; then
    if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map(({ name }) => name).join(' ')}"
    else case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    esac; fi
    [[ "$word" == -* || "$COMP_CWORD" -eq 1 ]] || words=""
  fi
  [ -n "$words" ] && mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _imr imr
`;
}

function zsh(): string {
  const named = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map((command) => {
    const specs = optionsOf(command).map(({ name, help, values }) => {
      const value = values === undefined ? '' : `:${name}:${values.length > 0 ? `(${values.join(' ')})` : '_files'}`;
      return `'--${name}[${quoted(help).replace(/[[\]:]/g, '\\$&')}]${value}'`;
    });
    return `    ${command.name}) _arguments ${specs.join(' ')} '*:file:_files' ;;`;
  });
  return `#compdef imr
# zsh completion for imr: imr completions zsh > "\${fpath[1]}/_imr"
_imr() {
  local -a subcommands=(
${named.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe 'command' subcommands; return; fi
  local subcommand=$words[2]
  shift words; (( CURRENT-- ))
  case $subcommand in
${cases.join('\n')}
  esac
}
_imr "$@"
`;
}

function fish(): string {
  const named = commands.map(
    ({ name, summary }) => `complete -c imr -n __fish_use_subcommand -f -a ${name} -d '${quoted(summary)}'`,
  );
  const options = commands.flatMap((command) =>
    optionsOf(command).map(({ name, help, values }) => {
      const value = values === undefined ? '' : ` -r${values.length > 0 ? ` -f -a '${values.join(' ')}'` : ''}`;
      return `complete -c imr -n '__fish_seen_subcommand_from ${command.name}' -l ${name}${value} -d '${quoted(help)}'`;
    }),
  );
  return `# fish completion for imr: imr completions fish > ~/.config/fish/completions/imr.fish\n${[...named, ...options].join('\n')}\n`;
}

/** Options with a fixed set of values, over all commands. */
function valuesByOption(): readonly (readonly [string, readonly string[]])[] {
  const found = new Map<string, Set<string>>();
  for (const { name, values } of commands.flatMap(optionsOf)) {
    if (!values || values.length === 0) continue;
    const known = found.get(name) ?? new Set();
    found.set(name, known);
    for (const value of values) known.add(value);
  }
  return [...found].map(([name, values]) => [name, [...values]]);
}

/** Without quotation marks, which would end a shell's string. */
function quoted(text: string): string {
  return text.replace(/'/g, '');
}
