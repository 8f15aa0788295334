import type { Severity } from '../core/index';

/** Your own packs, forms, and settings, as data parsed from YAML or JSON. */
export interface ServiceOptions {
  /** Your packs, in order; later ones override earlier ones. See docs/packs.md. */
  readonly packs?: readonly PackData[];
  /** Your letter forms. If two fit a letter equally well, the earlier one wins. */
  readonly forms?: readonly FormData[];
  /** Severities and options of rules. */
  readonly settings?: ServiceSettings;
}

/** A pack of your own. */
export interface PackData {
  /** The name in findings, e.g. a path. */
  readonly name: string;
  /** The pack as parsed from YAML or JSON. */
  readonly content: unknown;
}

/** A letter form, described by the package's `schema/forms.schema.json`. Omitted parts are taken from the form it extends. */
export interface FormData {
  /** Version of the format. */
  readonly version: 1;
  /** A unique name of the form. */
  readonly id: string;
  /** Id of a shipped form, or of one earlier in this list. */
  readonly extends: string;
  /** Any other part of a form. */
  readonly [key: string]: unknown;
}

/** Severities and options of rules, and the form of letters, with the keys of `.imr.yaml`. */
export interface ServiceSettings {
  /** Presets to start from; later ones override earlier ones. Default: `recommended`. */
  readonly extends?: Preset | readonly Preset[];
  /** By name or code: a severity, or an object with a severity and options. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Id of the form that letters without signs of another form are read as, e.g. `2018`. */
  readonly form?: string;
}

/** A set of rules: recommended, all (including opinionated ones), or none. */
export type Preset = 'recommended' | 'strict' | 'off';

/** Severity and options of a rule. */
export type RuleSetting =
  | Severity
  | 'off'
  | { readonly severity?: Severity | 'off'; readonly [option: string]: unknown };

/** A mistake in the options of a service. The value is ignored; the rest applies. */
export interface OptionFinding {
  /** Name of the pack, id of the form, or `settings`. */
  readonly source: string;
  /** JSON pointer to the value in the source: `/drugs/3/class`. */
  readonly pointer: string;
  /** What is wrong with it. */
  readonly message: string;
}
