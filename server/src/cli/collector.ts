import type { WorkspaceSettings } from '../workspace/settings';
import type { Checked, CheckedLetter } from './check-letter';
import { shownPath } from './files/paths';
import { createRoots } from './files/roots';
import { createOwnFiles } from './own-files';
import { printable } from './report/printable';
import type { ReportedFile } from './report/report';
import type { Terminal } from './terminal';

/** Gathers what comes of checking letters beside their findings. */
export interface Collector {
  /** Notes settings that a letter is read with. */
  addSettings(settings: Pick<WorkspaceSettings, 'problems' | 'settingsPaths'>): void;
  /** Complains about rules that failed; gives the letter, null where the configuration leaves it out. */
  add(checked: Checked): CheckedLetter | null;
  /** What was found in configurations, packs and suppressions so far; each file once. */
  ownFiles(): readonly ReportedFile[];
  /** Complains about what is wrong in configurations and packs, for a command that does not report findings. */
  complainOfSettings(): void;
  /** A rule failed, or a file of our own could not be read at all. */
  isBroken(): boolean;
  /** Files that settings came from and that lie outside of the folders asked for, as people read them. */
  outside(): readonly string[];
  /** Names these files on standard error. */
  tellOutside(): void;
}

/** `operands` are the paths that the command was given. */
export function createCollector(terminal: Terminal, operands: readonly string[]): Collector {
  const own = createOwnFiles();
  const { isAskedFor } = createRoots(operands);
  const settingsPaths = new Set<string>();
  const outside = (): string[] => [...settingsPaths].filter((path) => !isAskedFor(path)).map(shownPath);
  let hasFailed = false;
  const addSettings: Collector['addSettings'] = ({ problems, settingsPaths: read }) => {
    own.add(problems);
    for (const path of read) settingsPaths.add(path);
  };
  return {
    addSettings,
    add({ letter, ownProblems, failures, settingsPaths: read }) {
      addSettings({ problems: ownProblems, settingsPaths: read });
      for (const failure of failures) terminal.complain(failure);
      hasFailed ||= failures.length > 0;
      return letter;
    },
    ownFiles: () => own.files(),
    complainOfSettings() {
      for (const sentence of own.misconfigured()) terminal.complain(sentence);
    },
    isBroken: () => hasFailed || own.isFatal(),
    outside,
    tellOutside() {
      const paths = outside();
      if (paths.length > 0)
        terminal.note(`settings from outside the folder checked: ${paths.map(printable).join(', ')}`);
    },
  };
}
