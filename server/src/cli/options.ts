/** Describes an option. Without `takes`, it is a switch. */
interface OptionSpec {
  readonly takes?: string;
  readonly short?: string;
  /** The allowed values. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** Severities, from the highest to the lowest. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

/** Every option of every command. */
export const optionSpecs = {
  format: { takes: 'FORMAT', help: 'output format' },
  output: { takes: 'FILE', short: 'o', help: 'write to FILE instead of standard output; FILE must not be an input' },
  'stdin-filename': { takes: 'NAME', help: 'name of standard input in reports' },
  'min-severity': {
    takes: 'SEVERITY',
    choices: severities,
    help: 'report only this severity or higher (default: information)',
  },
  'fail-on': {
    takes: 'SEVERITY',
    choices: [...severities, 'never'],
    help: 'exit code 1 for this severity or higher (default: error)',
  },
  only: { takes: 'RULES', help: 'use only these rules, by code or name, separated by commas' },
  group: { takes: 'GROUPS', help: 'use only these groups of rules, separated by commas' },
  'max-warnings': { takes: 'N', help: 'exit code 1 for more than N warnings' },
  changed: { help: 'check only letters that git reports as changed or new' },
  watch: { help: 'check again when a letter or setting changes; stop with Ctrl+C' },
  config: { takes: 'FILE', help: 'use this configuration instead of the nearest .imr.yaml or .imr.json' },
  'no-config': { help: 'use no configuration; suppressions still apply' },
  'print-config': { takes: 'FILE', help: "print FILE's settings and where each one comes from" },
  baseline: { takes: 'FILE', help: 'leave out the findings listed in FILE; report those that no longer occur' },
  'write-baseline': { takes: 'FILE', help: 'write all findings to FILE, for use with --baseline' },
  records: { help: 'read records {"id", "text"}, one per line, and write one result for each' },
  comments: { takes: 'FILE', help: 'write a copy of the Word document to FILE, with a Word comment for each finding' },
  'dry-run': { help: 'write nothing; print the changes as a unified diff' },
  timing: { help: 'print the time of each rule, the slowest first' },
  jobs: { takes: 'N', help: 'check in N threads (default: depends on the number of letters)' },
  quiet: { short: 'q', help: 'print no summary, notes, or progress' },
  'no-color': { help: 'use no color, even on a terminal' },
  version: { help: 'print the version' },
  help: { short: 'h', help: 'print this help' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof optionSpecs;

type ValueOf<Spec> = Spec extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Spec extends { readonly takes: string }
    ? string
    : boolean;

/** The options of one call. A switch that was not given is absent. */
export type Options = { readonly [Name in OptionName]?: ValueOf<(typeof optionSpecs)[Name]> };

/** Returns the description of an option. */
export function specOf(name: OptionName): OptionSpec {
  return optionSpecs[name];
}
