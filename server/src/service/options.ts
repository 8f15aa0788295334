import type { Severity } from '../core/index';

/** What a service knows beside what ships. All of it is data, as read from YAML or JSON. */
export interface ServiceOptions {
  /** Packs of your own, each over those before it; docs/packs.md describes them. */
  readonly packs?: readonly PackData[];
  /** Letter forms of your own; an earlier form wins where two fit a letter equally well. */
  readonly forms?: readonly FormData[];
  /** Severities and options of rules. */
  readonly settings?: ServiceSettings;
}

/** A pack of your own. */
export interface PackData {
  /** What findings call it: a path, for example. */
  readonly name: string;
  /** The pack as parsed from YAML or JSON. */
  readonly content: unknown;
}

/** A letter form as the package's `schema/forms.schema.json` describes it. What is left out is as in the form it extends. */
export interface FormData {
  /** Version of the format. */
  readonly version: 1;
  /** Name of the form, unlike every other. */
  readonly id: string;
  /** Id of a form that ships, or of one before this in the list. */
  readonly extends: string;
  /** Any other part of a form. */
  readonly [key: string]: unknown;
}

/** Severities and options of rules, and the form of the letters, with the keys of `.imr.yaml`. */
export interface ServiceSettings {
  /** What the rules build upon, the last one on top. Default: `recommended`. */
  readonly extends?: Preset | readonly Preset[];
  /** By name or code: a severity, or an object of a severity and options. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Id of the form that letters without marks of another form are read as: `2018`. */
  readonly form?: string;
}

/** A set of rules: those for everyone, also the opinionated ones, or none. */
export type Preset = 'recommended' | 'strict' | 'off';

/** How serious a rule's findings are, and its options. */
export type RuleSetting =
  | Severity
  | 'off'
  | { readonly severity?: Severity | 'off'; readonly [option: string]: unknown };

/** What is wrong in the options of a service. The value in question is left out; the rest counts. */
export interface OptionFinding {
  /** Name of the pack, id of the form, or `settings`. */
  readonly source: string;
  /** JSON pointer to the value in the source: `/drugs/3/class`. */
  readonly pointer: string;
  /** What is wrong with it. */
  readonly message: string;
}
