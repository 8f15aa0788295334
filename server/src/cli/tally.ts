import type { Problem, Severity } from '../core/index';
import type { Summary } from '../documents/generated/documents';
import { chosenRules } from './choose-rules';
import type { Options } from './options';
import { addToSummary, emptySummary, isAtLeast, type ReportedFile } from './report/report';
import { UsageError } from './usage-error';

/** Applies `--min-severity` and `--fail-on` to the findings of a run. */
export interface Tally {
  /** Counts a file's findings and returns the file with those to report. */
  add(file: ReportedFile): ReportedFile;
  /** Of what is reported. */
  summary(): Summary;
  /** True if something is at or above `--fail-on`, reported or not. */
  hasFailed(): boolean;
  /** The reason of a failure if no reported finding shows it; otherwise undefined. */
  unseenReason(): string | undefined;
}

/** Throws a UsageError for text that is not a number. */
function readCount(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--max-warnings ${value}: not a number`);
  return Number(value);
}

/** By default, hints are left out and errors fail a run. */
export function createTally(options: Options): Tally {
  const shownFrom: Severity = options['min-severity'] ?? 'information';
  const failOn = options['fail-on'] ?? 'error';
  const isChosen = chosenRules(options);
  const mostWarnings = readCount(options['max-warnings']);
  const isShown = ({ severity, code }: Problem): boolean => isChosen(code) && isAtLeast(severity, shownFrom);
  const fails = ({ severity, code }: Problem): boolean =>
    failOn !== 'never' && isChosen(code) && isAtLeast(severity, failOn);
  let summary = emptySummary;
  let failing = 0;
  let unseen = 0;
  let warnings = 0;
  return {
    add(file) {
      const shown = {
        ...file,
        problems: file.problems.filter(isShown),
        accepted: file.accepted.filter(({ problem }) => isShown(problem)),
      };
      const reasons = file.problems.filter(fails);
      failing += reasons.length;
      warnings += file.problems.filter(({ severity, code }) => severity === 'warning' && isChosen(code)).length;
      unseen += reasons.filter((problem) => !isShown(problem)).length;
      summary = addToSummary(summary, shown);
      return shown;
    },
    summary: () => summary,
    hasFailed: () => failing > 0 || warnings > mostWarnings,
    unseenReason() {
      if (failing === 0 && warnings > mostWarnings)
        return `${warnings} warnings, more than --max-warnings ${mostWarnings}`;
      if (unseen === 0) return undefined;
      return `${unseen} more at or above --fail-on ${failOn}; --min-severity ${failOn} shows them`;
    },
  };
}
