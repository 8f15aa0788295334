import { removeUnfinished } from '../../disk/aside';
import { openReplacement, type Replacement, replaceFile as replaceOnDisk } from '../../disk/replacement';
import { WriteError } from '../../disk/write-error';
import { UsageError } from '../usage-error';

let isGuarded = false;

/** Starts to replace a file; temporary files are removed when the process ends. Throws a UsageError that names the file. */
export function openFile(path: string): Replacement {
  removeAtExit();
  const replacement = named(path, () => openReplacement(path));
  return {
    write: (bytes) => named(path, () => replacement.write(bytes)),
    commit: (confirm) => named(path, () => replacement.commit(confirm)),
    discard: () => named(path, () => replacement.discard()),
  };
}

/** Replaces a file, or creates it. `confirm` runs right before and may throw. Throws a WriteError. */
export function replaceFile(path: string, bytes: Uint8Array, confirm?: () => void): void {
  removeAtExit();
  replaceOnDisk(path, bytes, confirm);
}

/** Runs `work`; an error that concerns the file becomes a UsageError that names it. */
export function named<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof WriteError) throw new UsageError(`${path}: cannot be written: ${error.message}`);
    throw error;
  }
}

/** A signal ends the process as it would have, once the temporary files are gone. */
function removeAtExit(): void {
  if (isGuarded) return;
  isGuarded = true;
  process.on('exit', removeUnfinished);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      removeUnfinished();
      process.kill(process.pid, signal);
    });
  }
}
