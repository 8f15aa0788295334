/** An option as it is written and explained. Without `takes` it is a switch. */
interface OptionSpec {
  readonly takes?: string;
  readonly short?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** From the loudest to the quietest. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

/** Every option of every command. */
export const optionSpecs = {
  format: { takes: 'FORMAT', help: 'how to print' },
  output: { takes: 'FILE', short: 'o', help: 'write to FILE, which must not be an input, instead of standard output' },
  'stdin-filename': { takes: 'NAME', help: 'the name that standard input goes by' },
  'min-severity': { takes: 'SEVERITY', choices: severities, help: 'leave out what is quieter (information)' },
  'fail-on': { takes: 'SEVERITY', choices: [...severities, 'never'], help: 'exit code 1 for this or louder (error)' },
  only: { takes: 'RULES', help: 'only these rules, by code or name, separated by commas' },
  group: { takes: 'GROUPS', help: 'only these groups of rules, separated by commas' },
  'max-warnings': { takes: 'N', help: 'exit code 1 for more than N warnings' },
  changed: { help: 'only letters that git reports as changed or new' },
  watch: { help: 'check again when a letter or a setting changes; Ctrl+C ends it' },
  config: { takes: 'FILE', help: 'this configuration instead of the nearest .imr.yaml or .imr.json' },
  'no-config': { help: 'no configuration at all; suppressions still count' },
  'print-config': { takes: 'FILE', help: "print FILE's settings and where each one comes from" },
  baseline: { takes: 'FILE', help: 'leave out the findings that FILE holds, report those of them that are gone' },
  'write-baseline': { takes: 'FILE', help: 'write all findings to FILE, to be left out from now on' },
  records: { help: 'read records {"id", "text"}, one a line, and write one result for each' },
  comments: { takes: 'FILE', help: 'write a copy of the Word document to FILE, with a Word comment for each finding' },
  'dry-run': { help: 'change nothing; print the changes as a unified diff' },
  timing: { help: 'print the time that each rule took, the slowest first' },
  jobs: { takes: 'N', help: 'check in N threads (as many as gain)' },
  quiet: { short: 'q', help: 'no summary, no notes, no progress' },
  'no-color': { help: 'no color, even on a terminal' },
  version: { help: 'print the version' },
  help: { short: 'h', help: 'print this help' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof optionSpecs;

type ValueOf<Spec> = Spec extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Spec extends { readonly takes: string }
    ? string
    : boolean;

/** The options given. A switch that was not given is absent. */
export type Options = { readonly [Name in OptionName]?: ValueOf<(typeof optionSpecs)[Name]> };

/** The spec of an option, by the interface that all share. */
export function specOf(name: OptionName): OptionSpec {
  return optionSpecs[name];
}
