import { rules, type SigningCheck, signingCheckOf } from '../core/index';
import type { WorkspaceLetter } from './check-letter';
import type { WorkspaceSettings } from './settings';

/** What the host knows beside letter and settings. */
export interface CheckHost {
  /** Of the program. */
  readonly version: string;
  /** The name of a file without its folders. */
  nameOf(path: string): string;
}

/** The check before signing of a letter by the settings of its folder; `path` is that of the letter. */
export function signingCheckIn(
  settings: WorkspaceSettings,
  letter: Pick<WorkspaceLetter, 'ask' | 'problems' | 'suppressed' | 'failures'>,
  path: string,
  { version, nameOf }: CheckHost,
): SigningCheck {
  return signingCheckOf(letter.ask, {
    name: nameOf(path),
    problems: letter.problems,
    ignored: letter.suppressed.map(({ problem, suppression }) => ({ problem, reason: suppression.reason })),
    rules,
    isOn: (rule) => settings.rules.severityOf(rule) !== null,
    failed: letter.failures.map(({ rule }) => rule),
    isLeftOut: !settings.isIncluded,
    product: `imr-determinations ${version}`,
    packs: settings.packs.map((pack) => ({ name: nameOf(pack.path), fingerprint: pack.fingerprint })),
  });
}
