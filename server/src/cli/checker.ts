import { resolve } from 'node:path';
import { builtinForms } from '../builtin/forms';
import { analyzeLetter, lintLetter, type Problem, readLetter, rules } from '../core/index';
import {
  createSettingsLoader,
  type LoadOptions,
  type WorkspaceSettings,
  withoutSuppressed,
} from '../workspace/settings';
import { hideSuppressed, loadSuppressions, problemsOfSource, type SuppressionSource } from '../workspace/suppressions';
import { nodeFiles } from './files/node-files';
import { absolutePath } from './files/paths';
import type { LetterText } from './letters';
import type { Options } from './options';
import { createOwnFiles } from './own-files';
import type { AcceptedProblem, ReportedFile } from './report/report';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** A letter with all its findings, whatever their severity. */
export interface CheckedLetter extends ReportedFile {
  /** The findings before a baseline hid any of them. */
  readonly beforeBaseline: readonly Problem[];
}

/** Checks letters, each by the settings that lie beside it. */
export interface Checker {
  /** Undefined for a letter that the configuration leaves out. */
  check(letter: LetterText): Promise<CheckedLetter | undefined>;
  /** What was found in configurations, packs and suppressions so far; each file once. */
  ownFiles(): readonly ReportedFile[];
  /** A rule failed, or a file of our own could not be read at all. */
  isBroken(): boolean;
}

/** Reads the baseline, if there is one. Throws a UsageError where it is not there. */
export async function createChecker(options: Options, terminal: Terminal): Promise<Checker> {
  const loader = createSettingsLoader(nodeFiles);
  const config = configOf(options);
  const own = createOwnFiles();
  const baseline = options.baseline === undefined ? undefined : await readBaseline(options.baseline);
  let hasFailed = false;

  function lint({ path, text }: LetterText, settings: WorkspaceSettings) {
    const analysis = analyzeLetter(readLetter(text, builtinForms), settings.library);
    const { problems, failures } = lintLetter(analysis, rules, settings.rules);
    for (const { rule, error } of failures) {
      hasFailed = true;
      terminal.complain(`${path}: rule ${rule.code} failed, its findings are missing: ${(error as Error).message}`);
    }
    return { analysis, problems };
  }

  return {
    async check(letter) {
      const settings = await loader.load(settingsPathOf(letter), config);
      own.add(settings.problems);
      if (!settings.isIncluded) return undefined;
      const { analysis, problems: all } = lint(letter, settings);
      const visible = withoutSuppressed(settings, letter.text, all);
      own.add(visible.fileProblems);
      const hidden = baseline && hideByBaseline(baseline, letter, visible.problems, settings);
      own.add(hidden?.unused ?? []);
      return {
        path: letter.path,
        source: analysis.letter.source,
        analysis,
        problems: hidden?.problems ?? visible.problems,
        beforeBaseline: visible.problems,
        accepted: [
          ...visible.suppressed.map(asAccepted('suppression')),
          ...(hidden?.suppressed ?? []).map(asAccepted('baseline')),
        ],
      };
    },
    ownFiles: () => own.files(),
    isBroken: () => hasFailed || own.isFatal(),
  };

  function hideByBaseline(
    source: SuppressionSource,
    letter: LetterText,
    problems: readonly Problem[],
    settings: WorkspaceSettings,
  ) {
    const use = { rules, settings: settings.rules };
    own.add(problemsOfSource(source, use));
    return hideSuppressed(source, settings.letterPath, letter.text, problems, use);
  }
}

/** Where a letter's settings are looked for: at its place, or for standard input at the name it was given. */
export function settingsPathOf({ file, path }: Pick<LetterText, 'file' | 'path'>): string {
  return absolutePath(file ?? path);
}

/** Throws a UsageError where both a configuration and none are asked for. */
export function configOf(options: Options): LoadOptions {
  if (options['no-config'] && options.config !== undefined)
    throw new UsageError('--config and --no-config exclude each other');
  if (options['no-config']) return { config: null };
  return options.config === undefined ? {} : { config: absolutePath(options.config) };
}

async function readBaseline(path: string): Promise<SuppressionSource> {
  const file = absolutePath(path);
  const source = await loadSuppressions(nodeFiles, file, absolutePath(resolve(path, '..')), rules);
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
