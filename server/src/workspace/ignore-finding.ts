import { addSuppression, type Problem, type Rule, suppressionFor } from '../core/index';
import { switchOff } from './edit-config';
import type { FileSystem } from './file-system';
import { changeFolderConfig } from './folder-config';
import { type NewContent, textToChange, toNewContent } from './new-content';
import { parentOf, relativeTo, resolvePath } from './paths';
import type { WorkspaceSettings } from './settings';
import { suppressionsPath } from './suppressions';

/**
 * "Ignore here, with a reason": the suppression file with one entry more, the nearest one or a new one beside the letter.
 * Undefined where that file is broken. `text` is the letter's.
 */
export async function ignoreHere(
  files: FileSystem,
  { letterPath, root, suppressions }: WorkspaceSettings,
  text: string,
  problem: Problem,
  reason: string,
): Promise<NewContent | undefined> {
  const folder = suppressions?.folder ?? parentOf(letterPath) ?? '';
  const path = suppressions?.file.path ?? resolvePath(folder, suppressionsPath);
  const before = await textToChange(files, path, root);
  if (before === undefined) return undefined;
  const entry = suppressionFor(problem, text, relativeTo(folder, letterPath), reason);
  return toNewContent(path, before, addSuppression(before, entry));
}

/** "Ignore this rule in this folder": the configuration in the letter's folder with the rule off. Undefined where that file is broken. */
export function ignoreInFolder(
  files: FileSystem,
  settings: WorkspaceSettings,
  rule: Rule,
): Promise<NewContent | undefined> {
  return changeFolderConfig(files, settings, (text) => switchOff(text, rule));
}
