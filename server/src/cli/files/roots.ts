import { realpathSync, type Stats, statSync } from 'node:fs';
import { systemCode } from '../../disk/write-error';
import { isInside } from '../../workspace/reach';
import { repositoryRoot } from './ignored';
import { absolutePath, toSlashes } from './paths';

/** Which folders the settings of a letter may come from. Paths are absolute, with forward slashes. */
export interface Roots {
  /**
   * Returns the repository that a file is in; outside of any, the outermost of the current folder and the folders of the command line
   * that holds it; else its own folder. Links are resolved first: a folder that a link only seems to lead into holds nothing.
   */
  rootOf(file: string): string;
  /** Returns whether a file is in a folder that was asked for. */
  isAskedFor(file: string): boolean;
}

/** `operands` are paths as they were given; `-` and globs stand for the current folder. */
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

/** The path itself where there is no such file. */
function realPath(path: string): string {
  try {
    return toSlashes(realpathSync.native(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return path;
    throw error;
  }
}

/** Undefined for what is not there or cannot be looked at: the search for letters says why. */
function tryStat(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}
