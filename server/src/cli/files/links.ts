import { lstatSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** The target of a symbolic link in a folder. `lost`: no target, or a circle. */
export type LinkTarget = 'file' | 'folder' | 'other' | 'lost';

/** Follows a link. Throws errors of the system other than a target that is missing. */
export function linkTarget(link: string): LinkTarget {
  try {
    const stats = statSync(link);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return 'lost';
    throw error;
  }
}

/** The path of a file with all links followed, or the absolute path if the file is gone. */
export function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return resolve(file);
  }
}

/** True for a name that is not UTF-8. It was decoded with replacement characters and no longer names its file. */
export function isGarbled(path: string): boolean {
  return path.includes('\ufffd') && lstatSync(path, { throwIfNoEntry: false }) === undefined;
}
