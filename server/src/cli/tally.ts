import type { Problem, Severity } from '../core/index';
import type { Options } from './options';
import { addToSummary, emptySummary, isAtLeast, type ReportedFile, type Summary } from './report/report';

/** What `--min-severity` and `--fail-on` make of the findings of a run. */
export interface Tally {
  /** Counts a file's findings; returns the file with those to report. */
  add(file: ReportedFile): ReportedFile;
  /** Of what is reported. */
  summary(): Summary;
  /** Something is at or above `--fail-on`, reported or not. */
  hasFailed(): boolean;
  /** What to tell who sees no reason for a failure; undefined where all reasons are reported. */
  unseenReason(): string | undefined;
}

/** Hints are left out unless they are asked for; errors fail a run. */
export function createTally(options: Options): Tally {
  const shownFrom: Severity = options['min-severity'] ?? 'information';
  const failOn = options['fail-on'] ?? 'error';
  const isShown = ({ severity }: Problem): boolean => isAtLeast(severity, shownFrom);
  const fails = ({ severity }: Problem): boolean => failOn !== 'never' && isAtLeast(severity, failOn);
  let summary = emptySummary;
  let failing = 0;
  let unseen = 0;
  return {
    add(file) {
      const shown = {
        ...file,
        problems: file.problems.filter(isShown),
        accepted: file.accepted.filter(({ problem }) => isShown(problem)),
      };
      const reasons = file.problems.filter(fails);
      failing += reasons.length;
      unseen += reasons.filter((problem) => !isShown(problem)).length;
      summary = addToSummary(summary, shown);
      return shown;
    },
    summary: () => summary,
    hasFailed: () => failing > 0,
    unseenReason() {
      if (unseen === 0) return undefined;
      return `${unseen} more at or above --fail-on ${failOn}; --min-severity ${failOn} shows them`;
    },
  };
}
