import type { FileSystem } from './file-system';
import { type NewContent, textToChange, toNewContent } from './new-content';
import { isBelow, parentOf, relativeTo, resolvePath } from './paths';
import type { WorkspaceSettings } from './settings';

/**
 * Changes the configuration in the letter's folder; a new one extends the one above. `change` takes a text and gives the new one, or
 * undefined for a broken one. Undefined where that file is broken.
 */
export async function changeFolderConfig(
  files: FileSystem,
  { letterPath, root, configPath }: WorkspaceSettings,
  change: (text: string) => string | undefined,
): Promise<NewContent | undefined> {
  const folder = parentOf(letterPath) ?? '';
  const isHere = configPath !== null && parentOf(configPath) === folder;
  const path = isHere ? configPath : resolvePath(folder, '.imr.yaml');
  const before = await textToChange(files, path, root);
  if (before === undefined) return undefined;
  return toNewContent(path, before, change(before || startOf(folder, configPath)));
}

function startOf(folder: string, configPath: string | null): string {
  return configPath === null ? '' : `extends: [${JSON.stringify(pathFrom(folder, configPath))}]\n`;
}

/** `../../.imr.yaml` */
function pathFrom(folder: string, path: string): string {
  let steps = '';
  for (let above: string | undefined = folder; above !== undefined; above = parentOf(above)) {
    if (isBelow(above, path)) return `${steps || './'}${relativeTo(above, path)}`;
    steps += '../';
  }
  return path;
}
