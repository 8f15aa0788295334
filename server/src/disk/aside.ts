import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, realpathSync, rmSync, type Stats } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { systemCode } from './write-error';
import { writeWhole } from './write-whole';

/** A temporary file that holds the new content of a file. All functions throw errors of the system. */
export interface Aside {
  readonly path: string;
  /** It may take the place of the file: it is in the same folder and has the same owner and mode. */
  readonly canReplace: boolean;
  write(bytes: Uint8Array): void;
  /** Waits until the content is on the disk, and closes the file. */
  finish(): void;
  /** Closes the file and removes it, unless it was renamed. Calling it again does nothing. */
  remove(): void;
  /** Says that the file has another name now. */
  renamed(): void;
}

/** Temporary files of this process. */
const unfinished = new Set<string>();

/** Removes all temporary files, for a process that is about to end. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
  unfinished.clear();
}

/** Opens a temporary file for the content of `target`; `before` describes the file that is there. Throws errors of the system. */
export function openAside(target: string, before: Stats | undefined): Aside {
  const { path, handle } = openNear(target, before !== undefined);
  unfinished.add(path);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  const remove = (): void => {
    close();
    if (unfinished.delete(path)) rmSync(path, { force: true });
  };
  try {
    const keepsOwner = before === undefined || takeOver(handle, before);
    return {
      path,
      canReplace: keepsOwner && dirname(path) === dirname(target),
      write: (bytes) => writeWhole(handle, bytes),
      finish() {
        fsyncSync(handle);
        close();
      },
      remove,
      renamed: () => unfinished.delete(path),
    };
  } catch (error) {
    remove();
    throw error;
  }
}

const noPermission = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Beside the target. In a folder without write permission, a file that exists can still be overwritten from elsewhere. */
function openNear(target: string, exists: boolean): { readonly path: string; readonly handle: number } {
  const name = `.imr-${randomBytes(8).toString('hex')}.tmp`;
  const open = (folder: string, mode: number) => {
    const path = join(folder, name);
    return { path, handle: openSync(path, 'wx', mode) };
  };
  try {
    return open(dirname(target), exists ? 0o600 : 0o666);
  } catch (error) {
    if (!exists || !noPermission.has(systemCode(error) ?? '')) throw error;
    return open(realpathSync(tmpdir()), 0o600);
  }
}

/** Gives a temporary file the owner and mode of the target. False if only a superuser could do that. */
function takeOver(handle: number, { uid, gid, mode }: Stats): boolean {
  try {
    if (process.platform !== 'win32') fchownSync(handle, uid, gid);
  } catch (error) {
    if (systemCode(error) === 'EPERM') return false;
    throw error;
  }
  fchmodSync(handle, mode & 0o7777);
  return true;
}
