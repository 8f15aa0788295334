import ignore from 'ignore';
import { builtinForms } from '../builtin/forms';
import {
  type Config,
  type ConfigFinding,
  rules as everyRule,
  type FormSet,
  hashOf,
  type Library,
  type Problem,
  type RuleSettings,
  readConfig,
  resolveSettings,
  ruleNamed,
  type SettingsLayer,
  type Suppressed,
  type TracedValue,
  withChosenForm,
} from '../core/index';
import { type ConfigFile, type ConfigPlace, findConfig, loadConfig } from './config';
import { type FileProblem, type ToolFile, toFileProblem } from './file-problem';
import { type FileSystem, rememberFiles } from './file-system';
import { type LibraryCache, type LoadedPacks, loadPacks } from './packs';
import { isBelow, parentOf, relativeTo } from './paths';
import { findSuppressions, hideSuppressed, problemsOfSource, type SuppressionSource } from './suppressions';

/** All that is set for one letter. */
export interface WorkspaceSettings {
  readonly letterPath: string;
  /** The folder that all files of settings are in; see `LoadOptions`. */
  readonly root: string;
  /** The configuration file that counts; null where there is none. */
  readonly configPath: string | null;
  /** All files that settings were read from: configurations, packs, suppressions. */
  readonly settingsPaths: readonly string[];
  readonly rules: RuleSettings;
  readonly library: Library;
  /** All forms of letters, with the one chosen that the configuration names. */
  readonly forms: FormSet;
  /** The packs of the house that the library holds, the lowest first, each with the fingerprint of its text. */
  readonly packs: readonly { readonly path: string; readonly fingerprint: string }[];
  /** Findings in configurations, packs and suppressions. */
  readonly problems: readonly FileProblem[];
  /** Where every severity and option comes from. */
  readonly trace: readonly TracedValue[];
  readonly suppressions: SuppressionSource | undefined;
  /** False where the configuration leaves the letter out, by `files` or `ignore`. */
  readonly isIncluded: boolean;
}

export interface LoadOptions {
  /**
   * The workspace folder or repository of the letter, as path or URI. Configurations and suppressions are looked for in the
   * letter's folder and above, up to this one, and nothing outside of it is read.
   */
  readonly root: string;
  /** The settings of an editor, `{rules: …}`: the layer above the defaults. */
  readonly editor?: unknown;
  /** This configuration file instead of the nearest one, with a root of its own; null: none at all. */
  readonly config?: { readonly path: string; readonly root: string } | null;
  /** Null: no suppressions are looked for. */
  readonly suppressions?: null;
}

export interface SettingsLoader {
  load(letterPath: string, options: LoadOptions): Promise<WorkspaceSettings>;
  /** Reads everything again from now on. */
  forget(): void;
}

/** Settings for many letters; each file is read once, and those of a folder are resolved once, until `forget`. Paths are as in `paths.ts`. */
export function createSettingsLoader(files: FileSystem): SettingsLoader {
  const remembered = rememberFiles(files);
  const libraries: LibraryCache = new Map();
  const folders = new Map<string, Promise<FolderSettings>>();
  return {
    async load(letterPath, options) {
      const folder = parentOf(letterPath) ?? '';
      const key = JSON.stringify([folder, options]);
      const settings = folders.get(key) ?? loadFolder(remembered, letterPath, options, libraries);
      folders.set(key, settings);
      return forLetter(await settings, letterPath);
    },
    forget() {
      remembered.forget();
      folders.clear();
    },
  };
}

/** Settings for one letter: configuration, packs and suppressions. Never throws. */
export async function loadWorkspaceSettings(
  files: FileSystem,
  letterPath: string,
  options: LoadOptions,
): Promise<WorkspaceSettings> {
  return forLetter(await loadFolder(files, letterPath, options, new Map()), letterPath);
}

const nameable = { rules: everyRule, forms: builtinForms.forms };

/** What the letters of one folder share. */
interface FolderSettings extends Omit<WorkspaceSettings, 'letterPath' | 'isIncluded'> {
  readonly configFiles: readonly ConfigFile[];
}

function forLetter({ configFiles, ...settings }: FolderSettings, letterPath: string): WorkspaceSettings {
  return { ...settings, letterPath, isIncluded: isIncluded(configFiles, letterPath) };
}

/** Of the letter's path only the folder counts. */
async function loadFolder(
  files: FileSystem,
  letterPath: string,
  options: LoadOptions,
  libraries: LibraryCache,
): Promise<FolderSettings> {
  const { editor, root } = options;
  const place = await configPlace(files, letterPath, options);
  const chain = place ? await loadConfig(files, place, nameable) : { layers: [], files: [] };
  const editorConfig = readConfig({ name: 'editor settings', content: editor }, nameable);
  const layers: SettingsLayer[] = [{ config: editorConfig }, ...chain.layers];
  const resolved = resolveSettings(layers, everyRule);
  const packs = await loadPacks(files, chain.files, place?.root ?? root, libraries);
  const form = chain.files.findLast(({ config }) => config.form !== undefined)?.config;
  const suppressions =
    options.suppressions === null ? undefined : await findSuppressions(files, letterPath, root, everyRule);
  const use = { rules: everyRule, settings: resolved };
  return {
    root,
    configPath: place?.path ?? null,
    settingsPaths: [
      ...chain.files.map(({ path }) => path),
      ...packs.packs.map(({ file }) => file.path),
      ...(suppressions ? [suppressions.file.path] : []),
    ],
    configFiles: chain.files,
    rules: resolved,
    library: packs.library,
    forms: withChosenForm(builtinForms, form?.form),
    packs: packs.packs.flatMap(({ file: { path, text }, isBroken }) =>
      isBroken ? [] : [{ path, fingerprint: hashOf(text) }],
    ),
    trace: [...(form ? [traceOfForm(form)] : []), ...resolved.trace],
    suppressions,
    problems: [
      ...configProblems(editorFile, editorConfig.findings, false, resolved),
      ...chain.files.flatMap((file) => [
        ...configProblems(file, [...file.config.findings, ...file.findings], file.isBroken, resolved),
        ...configProblems(file, file.unread, true, resolved),
      ]),
      ...packProblems(packs, resolved),
      ...(suppressions ? problemsOfSource(suppressions, use) : []),
    ],
  };
}

function traceOfForm({ form, source }: Config): TracedValue {
  const pointer = '/form';
  return { setting: 'form', value: form, from: source.name, pointer, span: source.locate?.(pointer, 'value') };
}

/** The configuration to start from: the one that was asked for, or the nearest. */
async function configPlace(
  files: FileSystem,
  letterPath: string,
  { config, root }: LoadOptions,
): Promise<ConfigPlace | undefined> {
  if (config !== undefined) return config === null ? undefined : { ...config, isNamed: true };
  const path = await findConfig(files, letterPath, root);
  return path === undefined ? undefined : { path, root };
}

const editorFile = { path: '', text: '' };

function configProblems(
  file: ToolFile,
  findings: readonly ConfigFinding[],
  isFatal: boolean,
  settings: RuleSettings,
): FileProblem[] {
  const rule = ruleNamed('configuration', everyRule);
  const found = findings.flatMap((finding) =>
    rule ? (toFileProblem(finding, file, rule, settings, isFatal) ?? []) : [],
  );
  return found.sort((a, b) => a.problem.span.start - b.problem.span.start);
}

function packProblems({ packs, missing }: LoadedPacks, settings: RuleSettings): FileProblem[] {
  return [
    ...packs.flatMap(({ file, findings, isBroken }) => configProblems(file, findings, isBroken, settings)),
    ...missing.flatMap(({ config, findings }) => configProblems(config, findings, true, settings)),
  ];
}

/** The patterns of a configuration are relative to its folder and match as those of `.gitignore` do. */
function isIncluded(configs: readonly ConfigFile[], letterPath: string): boolean {
  const matches = (patterns: readonly string[], { path }: ConfigFile): boolean => {
    const folder = parentOf(path) ?? '';
    const matcher = ignore().add([...patterns]);
    return isBelow(folder, letterPath) && matcher.ignores(relativeTo(folder, letterPath));
  };
  if (configs.some((file) => matches(file.config.ignore, file))) return false;
  const listing = configs.findLast(({ config }) => config.files !== undefined);
  return listing === undefined || matches(listing.config.files ?? [], listing);
}

export interface VisibleProblems {
  readonly problems: readonly Problem[];
  readonly suppressed: readonly Suppressed[];
  /** Findings in the suppression file that this letter brings about. */
  readonly fileProblems: readonly FileProblem[];
}

/** A letter's problems without those that its suppressions hide. `text` is the letter's. */
export function withoutSuppressed(
  settings: WorkspaceSettings,
  text: string,
  problems: readonly Problem[],
): VisibleProblems {
  const { suppressions, letterPath, rules } = settings;
  if (!suppressions) return { problems, suppressed: [], fileProblems: [] };
  const use = { rules: everyRule, settings: rules };
  const { unused, ...rest } = hideSuppressed(suppressions, letterPath, text, problems, use);
  return { ...rest, fileProblems: unused };
}
