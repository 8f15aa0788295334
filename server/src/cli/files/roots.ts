import { realpathSync, type Stats, statSync } from 'node:fs';
import { systemCode } from '../../disk/write-error';
import { isInside } from '../../workspace/reach';
import { repositoryRoot } from './ignored';
import { absolutePath, toSlashes } from './paths';

/** The folders that a letter's settings may come from. Paths are absolute, with forward slashes. */
export interface Roots {
  /**
   * Returns the repository of a file. Outside a repository: the outermost of the current folder and the given folders that contains
   * it, otherwise its own folder. Links are resolved first, so a folder that a link seems to lead into does not count.
   */
  rootOf(file: string): string;
  /** Returns whether a file is in a given folder. */
  isAskedFor(file: string): boolean;
}

/** `operands` are paths as given; `-` and globs stand for the current folder. */
export function createRoots(operands: readonly string[]): Roots {
  const here = absolutePath('.');
  const asked = operands.length === 0 ? [here] : operands.map(folderOf);
  const outermostFirst = [here, ...asked].sort((a, b) => a.length - b.length);
  const known = new Map<string, string>();
  return {
    rootOf(file) {
      const folder = absolutePath(`${file}/..`);
      let root = known.get(folder);
      if (root === undefined) {
        const repository = repositoryRoot(folder);
        const candidates = repository === undefined ? outermostFirst : [toSlashes(repository), ...outermostFirst];
        root = candidates.find((each) => isInside(realPath(folder), realPath(each))) ?? folder;
        known.set(folder, root);
      }
      return root;
    },
    isAskedFor: (file) => asked.some((folder) => isInside(realPath(file), realPath(folder))),
  };
}

function folderOf(operand: string): string {
  const stats = operand === '-' ? undefined : tryStat(operand);
  if (!stats) return absolutePath('.');
  return stats.isDirectory() ? absolutePath(operand) : absolutePath(`${operand}/..`);
}

/** The path itself if there is no such file. */
function realPath(path: string): string {
  try {
    return toSlashes(realpathSync.native(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return path;
    throw error;
  }
}

/** Undefined for a path that does not exist or cannot be examined; the search for letters reports it. */
function tryStat(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}
