import type { Checked, CheckedLetter } from './check-letter';
import { createOwnFiles } from './own-files';
import type { ReportedFile } from './report/report';
import type { Terminal } from './terminal';

/** Gathers what comes of checking letters beside their findings. */
export interface Collector {
  /** Complains about rules that failed; gives the letter, null where the configuration leaves it out. */
  add(checked: Checked): CheckedLetter | null;
  /** What was found in configurations, packs and suppressions so far; each file once. */
  ownFiles(): readonly ReportedFile[];
  /** A rule failed, or a file of our own could not be read at all. */
  isBroken(): boolean;
}

export function createCollector(terminal: Terminal): Collector {
  const own = createOwnFiles();
  let hasFailed = false;
  return {
    add({ letter, ownProblems, failures }) {
      own.add(ownProblems);
      for (const failure of failures) terminal.complain(failure);
      hasFailed ||= failures.length > 0;
      return letter;
    },
    ownFiles: () => own.files(),
    isBroken: () => hasFailed || own.isFatal(),
  };
}
