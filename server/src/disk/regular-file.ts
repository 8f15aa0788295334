import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { ReadLimits } from '../workspace/file-system';
import { RefusedError, refusalOf } from '../workspace/reach';

/** Without waiting for a writer, should the file have become a FIFO since it was looked at; Windows knows no such flag. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file of this machine; undefined where there is none. Throws a RefusedError for a device, a FIFO, a socket, a folder or a
 * larger file, and for one whose real path is outside of `limits.within`; the error of the system for one that cannot be read.
 */
export async function readRegularFile(path: string, { within, largest }: ReadLimits): Promise<Uint8Array | undefined> {
  try {
    const real = await realpath(path);
    const refusal = within === null ? undefined : refusalOf(toSlashes(real), toSlashes(await realpath(within)));
    if (refusal) throw new RefusedError(refusal);
    // Opening a device may do things; nothing but a regular file is opened.
    if (!(await lstat(real)).isFile()) throw new RefusedError('kind');
    return await readUpTo(real, largest);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

async function readUpTo(path: string, largest: number): Promise<Uint8Array> {
  const file = await open(path, readOnly);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new RefusedError('kind');
    if (stats.size > largest) throw new RefusedError('size');
    return await readWhole(file, stats.size, largest);
  } finally {
    await file.close();
  }
}

/** A file may grow while it is read. */
async function readWhole(file: FileHandle, size: number, largest: number): Promise<Uint8Array> {
  let bytes = Buffer.allocUnsafe(size + 1);
  let filled = 0;
  while (true) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, null);
    filled += bytesRead;
    if (filled > largest) throw new RefusedError('size');
    if (bytesRead === 0) return bytes.subarray(0, filled);
    if (filled === bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
  }
}

function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
