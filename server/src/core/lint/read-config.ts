import type { Severity } from '../problem/severity';
import { severities } from '../problem/severity';
import type { OptionSpec, Rule } from '../rules/rule';
import type { Form } from '../syntax/form';
import { nearest } from '../text/edit-distance';
import { configKeys } from './config-keys';
import { type ConfigFinding, createFindings, type Locate } from './findings';
import { isPreset, type Preset, presets } from './presets';
import { namesOf } from './suppress';

/** A parsed configuration file, not yet checked. */
export interface ConfigSource {
  /** The file's path, or the name of a layer that is not a file. */
  readonly name: string;
  readonly content: unknown;
  readonly locate?: Locate;
}

/** Settings of one rule; `severity` is undefined if the configuration does not set it. */
export interface RuleEntry {
  readonly rule: Rule;
  readonly pointer: string;
  readonly severity: Severity | null | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Presets and files that a configuration extends, as written. */
export type Extension = { readonly pointer: string } & ({ readonly preset: Preset } | { readonly path: string });

export interface Config {
  readonly source: ConfigSource;
  readonly extends: readonly Extension[];
  readonly rules: readonly RuleEntry[];
  /** Whether language is checked. Undefined if not stated. */
  readonly language: boolean | undefined;
  /** Words that are spelled right. */
  readonly words: readonly string[];
  /** Id of the form that letters are read as; see `detectForm`. Undefined if not stated. */
  readonly form: string | undefined;
  readonly packs: readonly { readonly pointer: string; readonly path: string }[];
  /** Undefined if not stated. */
  readonly files: readonly string[] | undefined;
  readonly ignore: readonly string[];
  readonly findings: readonly ConfigFinding[];
}

const keys = Object.keys(configKeys);

const empty = {
  extends: [],
  rules: [],
  language: undefined,
  words: [],
  form: undefined,
  packs: [],
  files: undefined,
  ignore: [],
};

/** Names that a configuration may use. */
export interface Nameable {
  readonly rules: readonly Rule[];
  readonly forms: readonly Form[];
}

/** Reads a configuration. Mistakes are left out and reported as findings. Never throws. */
export function readConfig(source: ConfigSource, { rules, forms }: Nameable): Config {
  const findings = createFindings(source.name);
  const report: Report = (pointer, message, part = 'value') => {
    const say = typeof message === 'function' ? message : () => ({ message });
    findings.add(pointer, () => source.locate?.(pointer, part), say);
  };
  const content = source.content ?? {};
  if (!isRecord(content)) {
    report('', `A configuration is a map with the keys ${keys.slice(0, -1).join(', ')}, and ${keys.at(-1)}.`);
    return { ...empty, source, findings: findings.all() };
  }
  for (const key of Object.keys(content)) {
    if (!keys.includes(key) && key !== '$schema') reportUnknown(report, `/${pointerPart(key)}`, 'key', key, keys);
  }
  const packs = readStrings(content.packs, '/packs', report) ?? [];
  const config: Record<keyof typeof configKeys, unknown> & Omit<Config, 'findings'> = {
    source,
    extends: readExtends(content.extends, report),
    rules: readRules(content.rules, rules, report),
    language: readSwitch(content.language, '/language', report),
    words: readStrings(content.words, '/words', report) ?? [],
    form: readForm(content.form, forms, report),
    packs: packs.map((path, i) => ({ pointer: Array.isArray(content.packs) ? `/packs/${i}` : '/packs', path })),
    files: readStrings(content.files, '/files', report),
    ignore: readStrings(content.ignore, '/ignore', report) ?? [],
  };
  return { ...config, findings: findings.all() };
}

type Said = { readonly message: string; readonly replacement?: string | undefined };
/** A function is called only if the problem is listed. */
type Report = (pointer: string, message: string | (() => Said), part?: 'key' | 'value') => void;

function reportUnknown(
  report: Report,
  pointer: string,
  what: string,
  name: string,
  known: readonly string[],
  part: 'key' | 'value' = 'key',
) {
  report(pointer, () => unknownName(what, name, known), part);
}

function unknownName(what: string, name: string, known: readonly string[]): Said {
  const meant = nearest(
    name.toLowerCase(),
    known.map((k) => k.toLowerCase()),
    Math.max(2, Math.floor(name.length / 3)),
  );
  const replacement = known.find((k) => k.toLowerCase() === meant);
  const list = known.length <= 8 ? `Known: ${known.join(', ')}.` : '';
  const help = replacement ? `Did you mean "${replacement}"?` : list;
  return { message: `"${name}" is no known ${what}; it has no effect. ${help}`.trim(), replacement };
}

function readExtends(value: unknown, report: Report): Config['extends'] {
  const single = typeof value === 'string';
  return (readStrings(value, '/extends', report) ?? []).flatMap((name, i): Extension[] => {
    const pointer = single ? '/extends' : `/extends/${i}`;
    if (isPreset(name)) return [{ pointer, preset: name }];
    if (/[./\\]/.test(name)) return [{ pointer, path: name }];
    reportUnknown(report, pointer, 'preset', name, presets, 'value');
    return [];
  });
}

function readSwitch(value: unknown, pointer: string, report: Report): boolean | undefined {
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined;
  report(pointer, 'Expected true or false.');
  return undefined;
}

/** YAML reads `2018` as a number. */
function readForm(value: unknown, forms: readonly Form[], report: Report): string | undefined {
  if (value === undefined || value === null) return undefined;
  const ids = forms.map(({ id }) => id);
  if (typeof value !== 'string' && typeof value !== 'number') {
    report('/form', `form is one of ${ids.join(', ')}.`);
    return undefined;
  }
  const id = String(value);
  if (ids.includes(id)) return id;
  reportUnknown(report, '/form', 'form of a letter', id, ids, 'value');
  return undefined;
}

/** One string or a list; undefined if absent. */
function readStrings(value: unknown, pointer: string, report: Report): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) {
    report(pointer, `${pointer.slice(1)} is a text or a list of texts.`);
    return undefined;
  }
  return value.flatMap((entry: unknown, i) => {
    if (typeof entry === 'string') return [entry];
    report(`${pointer}/${i}`, `${pointer.slice(1)} holds texts only.`);
    return [];
  });
}

function readRules(value: unknown, rules: readonly Rule[], report: Report): RuleEntry[] {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) {
    report('/rules', "rules is a map from a rule's code or name to its severity.");
    return [];
  }
  const seen = new Map<Rule, string>();
  const byName = new Map(rules.flatMap((rule) => namesOf(rule).map((name) => [name, rule] as const)));
  const byCode = new Map(rules.map((rule) => [rule.code.toLowerCase(), rule]));
  return Object.entries(value).flatMap(([key, setting]) => {
    const pointer = `/rules/${pointerPart(key)}`;
    const rule = byName.get(key) ?? byCode.get(key.toLowerCase());
    if (!rule) {
      const known = () => (/^imr/i.test(key) ? rules.map(({ code }) => code) : rules.map(({ name }) => name));
      report(pointer, () => unknownName('rule', key, known()), 'key');
      return [];
    }
    const before = seen.get(rule);
    if (before !== undefined)
      report(pointer, `"${key}" and "${before}" are the same rule; the last one counts.`, 'key');
    seen.set(rule, key);
    return [readRule(rule, setting, pointer, report)];
  });
}

function readRule(rule: Rule, setting: unknown, pointer: string, report: Report): RuleEntry {
  if (!isRecord(setting)) return { rule, pointer, severity: readSeverity(setting, pointer, report), options: {} };
  const specs = rule.options ?? {};
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(setting)) {
    if (name === 'severity') continue;
    const at = `${pointer}/${pointerPart(name)}`;
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec) reportUnknown(report, at, `option of ${rule.name}`, name, ['severity', ...Object.keys(specs)]);
    else if (isValueOf(spec, value, at, report)) options[name] = value;
  }
  const severity = 'severity' in setting ? readSeverity(setting.severity, `${pointer}/severity`, report) : undefined;
  return { rule, pointer, severity, options };
}

const levels = ['off', 'hint', 'information', 'warning', 'error'];
/** Words that other tools use for the same severity. */
const otherLevels: Readonly<Record<string, string>> = {
  info: 'information',
  warn: 'warning',
  none: 'off',
  false: 'off',
  on: 'warning',
  true: 'warning',
};

function readSeverity(value: unknown, pointer: string, report: Report): Severity | null | undefined {
  if (value === 'off') return null;
  if (typeof value === 'string' && (severities as readonly string[]).includes(value)) return value as Severity;
  const written = typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
  const meant =
    written === undefined
      ? undefined
      : (otherLevels[written.toLowerCase()] ?? nearest(written.toLowerCase(), levels, 3));
  const help = meant ? ` Did you mean "${meant}"?` : '';
  report(pointer, () => ({ message: `A severity is one of ${levels.join(', ')}.${help}`, replacement: meant }));
  return undefined;
}

function isValueOf(spec: OptionSpec, value: unknown, pointer: string, report: Report): boolean {
  if (spec.type !== 'strings') {
    if (typeof value === spec.type && !Number.isNaN(value)) return true;
    report(pointer, `This option is a ${spec.type}: ${spec.description}`);
    return false;
  }
  if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string')) {
    report(pointer, `This option is a list of texts: ${spec.description}`);
    return false;
  }
  const { values } = spec;
  if (!values) return true;
  const unknown = value.flatMap((entry: string, i) => (values.includes(entry) ? [] : [[entry, i] as const]));
  for (const [entry, i] of unknown) reportUnknown(report, `${pointer}/${i}`, 'value', entry, values, 'value');
  return unknown.length === 0;
}

/** Escapes a key for a JSON pointer. */
function pointerPart(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
