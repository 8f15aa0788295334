import { closeSync, constants, copyFileSync, fsyncSync, ftruncateSync, openSync, rmSync } from 'node:fs';
import { toWriteError, WriteError } from './write-error';
import { writeWhole } from './write-whole';

/**
 * Writes over a file that keeps its inode. A copy of its previous content is at `backup` until the new content is on the disk.
 * `confirm` runs right before the first byte is written and may throw. Throws a WriteError; when the file may be damaged, the
 * error names the backup, which then stays.
 */
export function overwrite(file: string, bytes: Uint8Array, backup: string, confirm: () => void): void {
  let handle: number | undefined;
  try {
    copyFileSync(file, backup, constants.COPYFILE_EXCL);
    syncFile(backup);
    handle = openSync(file, 'r+');
    confirm();
  } catch (error) {
    if (handle !== undefined) closeSync(handle);
    rmSync(backup, { force: true });
    throw toWriteError(error);
  }
  try {
    writeWhole(handle, bytes);
    ftruncateSync(handle, bytes.length);
    fsyncSync(handle);
  } catch (error) {
    throw new WriteError(`${(toWriteError(error) as Error).message}; its previous content is in ${backup}`);
  } finally {
    closeSync(handle);
  }
  rmSync(backup);
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
