import { availableParallelism } from 'node:os';
import { type Checked, type CheckedLetter, createLetterCheck } from './check-letter';
import { type Collector, createCollector } from './collector';
import type { Invocation } from './command';
import { isRecord, type LetterSource, type ThreadSource } from './files/sources';
import type { Letters } from './letters';
import { formatOf, tellsFixes } from './report/formats';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { startWorkers } from './worker-pool';

/** Checks the letters of a command and collects the results. */
export interface Checker extends Omit<Collector, 'add'> {
  /**
   * Calls `use` with each letter, in order; null if the configuration excludes it. Returns sentences about what could not be read;
   * they are already on standard error.
   */
  each(use: (letter: CheckedLetter | null, source: LetterSource) => void): Promise<readonly string[]>;
}

/** Checks in this thread and in others if that helps; the output does not depend on it. Throws a UsageError for options that do not fit. */
export async function createChecker(invocation: Invocation, letters: Letters, terminal: Terminal): Promise<Checker> {
  const { options, operands } = invocation;
  const collector = createCollector(terminal, operands);
  const checkLetter = await createLetterCheck(options, operands);
  const count = threadsFor(options.jobs, letters.count);
  let waitingHere = 0;
  const checkHere = async (source: LetterSource): Promise<Checked | undefined> => {
    waitingHere++;
    try {
      const letter = await letters.read(source);
      return letter && (await checkLetter(letter));
    } finally {
      waitingHere--;
    }
  };
  return {
    ...collector,
    async each(use) {
      const others =
        count > 1
          ? startWorkers(terminal.threadModule, count - 1, {
              options,
              operands,
              withFixes: options.records === true || tellsFixes(formatOf(invocation, terminal)),
            })
          : undefined;
      const check = (source: LetterSource): Promise<Checked | undefined> => {
        const forThread = toThreadSource(source);
        const isElsewhere = others && forThread && others.waiting() <= waitingHere;
        return isElsewhere ? others.check(forThread) : checkHere(source);
      };
      try {
        return await letters.eachResult(
          check,
          (checked, source) => use(collector.add(checked), source),
          others ? count * aheadEach : 1,
        );
      } finally {
        await others?.close();
      }
    },
  };
}

/** What another thread needs of a letter, as plain data. Undefined for standard input, which this thread reads. */
function toThreadSource(source: LetterSource): ThreadSource | undefined {
  const { path, file, isUnsure = false } = source;
  if (file !== null) return { path, file, isUnsure };
  return isRecord(source) ? source : undefined;
}

/** Letters that wait for each thread, so that no thread waits for letters. */
const aheadEach = 4;

/** Starting and warming up a thread takes as long as checking about a hundred letters, and 150 MB. */
const lettersWorthAThread = 250;
const mostUnasked = 8;

/** Number of threads that check. More than the processors would not help. */
function threadsFor(jobs: string | undefined, letters: number): number {
  const processors = availableParallelism();
  if (jobs === undefined) return Math.min(processors, Math.floor(letters / lettersWorthAThread), mostUnasked);
  if (!/^[1-9]\d{0,5}$/.test(jobs)) throw new UsageError(`--jobs ${jobs}: not a number from 1 on`);
  return Math.min(Number(jobs), letters, 2 * processors);
}
