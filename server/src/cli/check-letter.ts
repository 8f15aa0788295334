import { resolve } from 'node:path';
import { type CheckOptions, once, type Problem, rules, usesLanguage } from '../core/index';
import { loadLanguage } from '../language/load';
import { checkInWorkspace } from '../workspace/check-letter';
import { largestLetter } from '../workspace/decode';
import type { FileProblem } from '../workspace/file-problem';
import {
  createSettingsLoader,
  type LoadOptions,
  type SettingsLoader,
  type WorkspaceSettings,
} from '../workspace/settings';
import { hideSuppressed, loadSuppressions, problemsOfSource, type SuppressionSource } from '../workspace/suppressions';
import { factsOf } from './documents/letter-facts';
import { nodeFiles } from './files/node-files';
import { absolutePath } from './files/paths';
import { createRoots, type Roots } from './files/roots';
import type { LetterText } from './files/sources';
import type { Options } from './options';
import { printable } from './report/printable';
import type { AcceptedProblem, LetterFile } from './report/report';
import { type RuleTimes, startStopwatch } from './timing';
import { UsageError } from './usage-error';

/** A letter with all its findings of any severity. */
export interface CheckedLetter extends LetterFile {
  /** The findings before a baseline hid any of them. */
  readonly beforeBaseline: readonly Problem[];
  /** With `--timing`. */
  readonly times?: RuleTimes;
}

/** The result of checking one letter. */
export interface Checked {
  /** Null if the configuration excludes the letter. */
  readonly letter: CheckedLetter | null;
  /** Findings in the configurations, packs, and suppressions that apply. */
  readonly ownProblems: readonly FileProblem[];
  /** Sentences about rules that failed. */
  readonly failures: readonly string[];
  /** The configurations, packs, and suppressions that apply. */
  readonly settingsPaths: readonly string[];
}

export type CheckLetter = (letter: LetterText) => Promise<Checked>;

/** Checks letters, each with the settings beside it. Throws a UsageError if the requested baseline does not exist. */
export async function createLetterCheck(options: Options, operands: readonly string[]): Promise<CheckLetter> {
  const settingsOf = createSettingsLookup(options, operands);
  const baseline = options.baseline === undefined ? undefined : await readBaseline(options.baseline);
  return async (letter) => {
    const settings = await settingsOf(letter);
    const { settingsPaths } = settings;
    if (!settings.isIncluded) return { letter: null, ownProblems: settings.problems, failures: [], settingsPaths };
    const language = await languageFor(settings);
    const stopwatch = options.timing ? startStopwatch() : undefined;
    const { ask, problems, suppressed, fileProblems, failures } = checkInWorkspace(letter.text, settings, {
      ...language,
      ...(stopwatch && { onRule: stopwatch.onRule }),
    });
    const hidden = baseline && hideByBaseline(baseline, letter, problems, settings);
    return {
      letter: {
        path: letter.path,
        source: ask.letter.source,
        ...(letter.imported && { imported: letter.imported }),
        letter: factsOf(ask),
        problems: hidden?.problems ?? problems,
        beforeBaseline: problems,
        ...(stopwatch && { times: stopwatch.times }),
        accepted: [
          ...suppressed.map(asAccepted('suppression')),
          ...(hidden?.suppressed ?? []).map(asAccepted('baseline')),
        ],
      },
      settingsPaths,
      ownProblems: [...settings.problems, ...fileProblems, ...(hidden?.ownProblems ?? [])],
      failures: failures.map(
        ({ rule, error }) =>
          `${printable(letter.path)}: rule ${rule.code} failed, its findings are missing: ${(error as Error).message}`,
      ),
    };
  };
}

function hideByBaseline(
  source: SuppressionSource,
  letter: LetterText,
  problems: readonly Problem[],
  { letterPath, rules: settings }: WorkspaceSettings,
) {
  const use = { rules, settings };
  const { unused, ...hidden } = hideSuppressed(source, letterPath, letter.text, problems, use);
  return { ...hidden, ownProblems: [...problemsOfSource(source, use), ...unused] };
}

/** Where the settings of a letter are looked for: beside it, or for standard input beside the given name. */
export function settingsPathOf({ file, path }: Pick<LetterText, 'file' | 'path'>): string {
  return absolutePath(file ?? path);
}

/** Finds the settings of each letter. Throws a UsageError if `--config` and `--no-config` are combined. */
export function createSettingsLookup(
  options: Options,
  operands: readonly string[],
  files = nodeFiles,
): (letter: Pick<LetterText, 'file' | 'path'>) => Promise<WorkspaceSettings> {
  const loader = createSettingsLoader(files);
  const { rootOf } = createRoots(operands);
  const config = configOf(options, rootOf);
  if (options.records) return settingsOfRecords(loader, rootOf, config.config ?? null);
  return (letter) => {
    const path = settingsPathOf(letter);
    return loader.load(path, { root: rootOf(path), ...config });
  };
}

/** Tagger and dictionary, or nothing if the letter's settings turn language off. */
export async function languageFor({ rules }: WorkspaceSettings): Promise<Pick<CheckOptions, 'language'>> {
  return usesLanguage(rules) ? { language: await loadLanguage() } : {};
}

/** The settings of all records, which are in no folder: only a named configuration applies, whatever paths it selects. */
function settingsOfRecords(
  loader: SettingsLoader,
  rootOf: Roots['rootOf'],
  config: NonNullable<LoadOptions['config']> | null,
): () => Promise<WorkspaceSettings> {
  const path = absolutePath('record');
  const options: LoadOptions = { root: rootOf(path), config, suppressions: null };
  return once(async () => ({ ...(await loader.load(path, options)), isIncluded: true }));
}

function configOf(options: Options, rootOf: Roots['rootOf']): Pick<LoadOptions, 'config'> {
  if (options['no-config'] && options.config !== undefined)
    throw new UsageError('--config and --no-config exclude each other');
  if (options['no-config']) return { config: null };
  if (options.config === undefined) return {};
  const path = absolutePath(options.config);
  return { config: { path, root: rootOf(path) } };
}

async function readBaseline(path: string): Promise<SuppressionSource> {
  const place = { path: absolutePath(path), folder: absolutePath(resolve(path, '..')) };
  const source = await loadSuppressions(nodeFiles, place, { within: null, largest: largestLetter }, rules);
  if (!source) throw new UsageError(`${path}: no such file; imr check --write-baseline ${path} writes one`);
  return source;
}

function asAccepted(by: AcceptedProblem['by']) {
  return ({ problem, suppression }: { problem: Problem; suppression: { reason: string } }): AcceptedProblem => ({
    problem,
    by,
    reason: suppression.reason,
  });
}
