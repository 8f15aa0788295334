import type { WorkspaceSettings } from '../workspace/settings';
import type { Checked, CheckedLetter } from './check-letter';
import { shownPath } from './files/paths';
import { createRoots } from './files/roots';
import { createOwnFiles } from './own-files';
import { printable } from './report/printable';
import type { ReportedFile } from './report/report';
import type { Terminal } from './terminal';

/** Collects what a check yields besides findings. */
export interface Collector {
  /** Notes the settings that a letter is read with. */
  addSettings(settings: Pick<WorkspaceSettings, 'problems' | 'settingsPaths'>): void;
  /** Reports rules that failed and returns the letter. Null if the configuration excludes it. */
  add(checked: Checked): CheckedLetter | null;
  /** Findings in configurations, packs, and suppressions so far, each file once. */
  ownFiles(): readonly ReportedFile[];
  /** Reports mistakes in configurations and packs, for commands that do not report findings. */
  complainOfSettings(): void;
  /** True if a rule failed or a settings file could not be read. */
  isBroken(): boolean;
  /** Settings files outside the given folders, as shown to people. */
  outside(): readonly string[];
  /** Names these files on standard error. */
  tellOutside(): void;
}

/** `operands` are the paths given to the command. */
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
