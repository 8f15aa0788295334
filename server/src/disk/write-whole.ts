import { writeSync } from 'node:fs';

/** Writes all bytes to an open file, from its current position on. Throws errors of the system. */
export function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}
