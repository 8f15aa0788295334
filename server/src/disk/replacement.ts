// Replaces files whole: after a crash or on a full disk, a file has its previous content or the new one, never a part.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Aside, openAside } from './aside';
import { overwrite } from './overwrite';
import { systemCode, toWriteError, WriteError } from './write-error';

/** The new content of a file, kept in a temporary file until it is complete. All functions throw a WriteError. */
export interface Replacement {
  write(bytes: Uint8Array): void;
  /** Puts the content in place of the file. `confirm` runs right before that; when it throws, the file stays as it is. */
  commit(confirm?: () => void): void;
  /** Removes the temporary file. Does nothing after `commit`. */
  discard(): void;
}

/** Replaces a file or creates it. `confirm` is as in `Replacement.commit`. Throws a WriteError, or what `confirm` throws. */
export function replaceFile(path: string, bytes: Uint8Array, confirm?: () => void): void {
  const replacement = openReplacement(path);
  try {
    replacement.write(bytes);
    replacement.commit(confirm);
  } finally {
    replacement.discard();
  }
}

/**
 * Starts to replace a file, or to create it. A link is followed: its target is replaced. Mode and owner stay. Throws a WriteError
 * for what is not a regular file, may not be written or has no folder.
 */
export function openReplacement(path: string): Replacement {
  return explained(() => {
    const target = targetOf(path);
    const before = statSync(target, { throwIfNoEntry: false });
    if (before) checkWritable(target, before);
    const aside = openAside(target, before);
    return {
      write: (bytes) => explained(() => aside.write(bytes)),
      commit: (confirm = () => undefined) => explained(() => commit(aside, target, confirm)),
      discard: () => explained(() => aside.remove()),
    };
  });
}

function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toWriteError(error);
  }
}

/** The file that a path stands for, links followed; a link may lead to a file that does not exist yet. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (isLink) return targetOf(resolve(dirname(path), readlinkSync(path)));
  return join(realpathSync(dirname(path)), basename(path));
}

/** A read-only file could be replaced in a folder that is not, against its owner's will. */
function checkWritable(target: string, stats: Stats): void {
  if (stats.isDirectory()) throw new WriteError('it is a folder');
  if (!stats.isFile()) throw new WriteError('it is not a regular file');
  accessSync(target, constants.W_OK);
}

function commit(aside: Aside, target: string, confirm: () => void): void {
  aside.finish();
  if (aside.canReplace && renameOver(aside.path, target, confirm)) aside.renamed();
  else overwrite(target, readFileSync(aside.path), backupFor(aside.path, target), confirm);
  aside.remove();
}

/** Files that are mounted by themselves, or open in a program on Windows, can be written but not replaced. */
const notReplaceable = new Set(['EACCES', 'EBUSY', 'EPERM', 'EXDEV']);

/** False if the file cannot be replaced, or has other names (hard links) that would keep the previous content. */
function renameOver(aside: string, target: string, confirm: () => void): boolean {
  if ((statSync(target, { throwIfNoEntry: false })?.nlink ?? 1) > 1) return false;
  confirm();
  try {
    renameSync(aside, target);
  } catch (error) {
    if (notReplaceable.has(systemCode(error) ?? '')) return false;
    throw error;
  }
  syncFolder(dirname(target));
  return true;
}

function backupFor(aside: string, target: string): string {
  return join(dirname(aside), `${basename(target)}.${randomBytes(4).toString('hex')}.bak`);
}

/** Keeps the rename through a power failure. Windows and some file systems cannot do that, and the rename counts without it. */
function syncFolder(folder: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
