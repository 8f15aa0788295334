import { removeUnfinished } from '../../disk/aside';
import { openReplacement, type Replacement, replaceFile as replaceOnDisk } from '../../disk/replacement';
import { WriteError } from '../../disk/write-error';
import { UsageError } from '../usage-error';

let isGuarded = false;

/** Starts replacing a file. Temporary files are removed when the process ends. Throws a UsageError that names the file. */
export function openFile(path: string): Replacement {
  removeAtExit();
  const replacement = named(path, () => openReplacement(path));
  return {
    write: (bytes) => named(path, () => replacement.write(bytes)),
    commit: (confirm) => named(path, () => replacement.commit(confirm)),
    discard: () => named(path, () => replacement.discard()),
  };
}

/** Replaces or creates a file. `confirm` runs right before and may throw. Throws a WriteError. */
export function replaceFile(path: string, bytes: Uint8Array, confirm?: () => void): void {
  removeAtExit();
  replaceOnDisk(path, bytes, confirm);
}

/** Runs `work`. An error about the file becomes a UsageError that names it. */
export function named<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof WriteError) throw new UsageError(`${path}: cannot be written: ${error.message}`);
    throw error;
  }
}

/** After a signal, removes the temporary files, then ends the process as usual. */
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
