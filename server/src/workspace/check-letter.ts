import { type CheckedLetter, type CheckOptions, checkLetter, once, type Suppressed } from '../core/index';
import type { FileProblem } from './file-problem';
import { type WorkspaceSettings, withoutSuppressed } from './settings';

/**
 * A letter checked by the settings that lie beside it: `problems` are those that no suppression hides, and there are none in a
 * letter that the configuration leaves out.
 */
export interface WorkspaceLetter extends CheckedLetter {
  /** Findings that are ignored, each with the entry that says why. */
  readonly suppressed: readonly Suppressed[];
  /** Suppressions that are written for it and hide nothing, in their file. */
  readonly fileProblems: readonly FileProblem[];
}

/** Reads and checks a letter with the library, the rules and the suppressions of its folder. */
export function checkInWorkspace(
  text: string,
  settings: WorkspaceSettings,
  options: Pick<CheckOptions, 'memory' | 'language' | 'onFailure' | 'onRule'> = {},
): WorkspaceLetter {
  const { library, forms, rules, isIncluded } = settings;
  const checked = checkLetter(text, { ...options, forms, library, settings: rules });
  const visible = once(() => withoutSuppressed(settings, text, isIncluded ? checked.problems : []));
  return {
    letter: checked.letter,
    ask: checked.ask,
    get problems() {
      return visible().problems;
    },
    get failures() {
      return isIncluded ? checked.failures : [];
    },
    advance: (isTimeUp) => !isIncluded || checked.advance(isTimeUp),
    get suppressed() {
      return visible().suppressed;
    },
    get fileProblems() {
      return isIncluded ? visible().fileProblems : [];
    },
  };
}
