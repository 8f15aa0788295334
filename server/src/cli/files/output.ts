import { closeSync, fstatSync, openSync, type Stats, statSync } from 'node:fs';
import { toWriteError } from '../../disk/write-error';
import { writeWhole } from '../../disk/write-whole';
import type { Host, OutputStream } from '../host';
import { named, openFile } from './replace';

/** Destination of a command's report. `write` and `finish` throw a UsageError that names the file. */
export interface Output {
  write(content: string | Uint8Array): void;
  /** Completes the report, which replaces the previous file. */
  finish(): void;
  /** Leaves the file as it was, unless the report was finished. */
  close(): void;
}

/**
 * Opens the file of `--output`. A regular file keeps its content until the report is complete. A device or named pipe is written to
 * directly, and `/dev/stdout` is standard output. Throws a UsageError if it cannot be written.
 */
export function openOutput(path: string, streams: Pick<Host, 'stdout' | 'stderr'>): Output {
  const stats = named(path, () => explained(() => statSync(path, { throwIfNoEntry: false })));
  const stream = stats && standardStream(stats, streams);
  if (stream) return { write: (content) => stream.write(content), finish: () => undefined, close: () => undefined };
  if (stats && !stats.isFile()) return openSpecial(path);
  const file = openFile(path);
  return {
    write: (content) => file.write(Buffer.from(content as Uint8Array)),
    finish: () => file.commit(),
    close: () => file.discard(),
  };
}

function standardStream(stats: Stats, { stdout, stderr }: Pick<Host, 'stdout' | 'stderr'>): OutputStream | undefined {
  const isSame = (handle: number): boolean => {
    const { dev, ino } = fstatSync(handle);
    return dev === stats.dev && ino === stats.ino;
  };
  if (isSame(1)) return stdout;
  return isSame(2) ? stderr : undefined;
}

function openSpecial(path: string): Output {
  const handle = named(path, () => explained(() => openSync(path, 'w')));
  return {
    write: (content) => named(path, () => explained(() => writeWhole(handle, Buffer.from(content as Uint8Array)))),
    finish: () => undefined,
    close: () => closeSync(handle),
  };
}

function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toWriteError(error);
  }
}
