import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { systemCode, toWriteError, WriteError } from './write-error';

/** Work under a lock takes milliseconds: a lock that is older was left behind by a process that ended. */
const longestWork = 2000;
const longestWait = 5000;
const betweenTries = 20;

/**
 * Runs `work` while no other process runs work for the same file; the lock is the file `<file>.lock`, whose folder must exist.
 * Throws a WriteError when the lock cannot be had, and what `work` throws.
 */
export async function withLock<T>(file: string, work: () => T): Promise<T> {
  const lock = `${file}.lock`;
  const until = Date.now() + longestWait;
  while (!take(lock)) {
    if (Date.now() > until) throw new WriteError('another program is writing it');
    await setTimeout(betweenTries);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw toWriteError(error);
  }
  const taken = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (taken !== undefined && Date.now() - taken > longestWork) rmSync(lock, { force: true });
  return false;
}
