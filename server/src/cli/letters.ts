import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { decodeLetter } from '../workspace/decode';
import type { Invocation } from './command';
import { changedFiles } from './files/changed';
import { findLetters } from './files/find-letters';
import { protectInputs } from './files/protect-inputs';
import { type LetterSource, type LetterText, readLetterFile, whyUnread } from './files/sources';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** The letters that a command works on. */
export interface Letters {
  /** The operands name one file, not a list of letters. */
  readonly isSingle: boolean;
  readonly count: number;
  read(source: LetterSource): Promise<LetterText>;
  /**
   * Calls `use` for each letter that can be read, in order. Sentences about what could not be, which are on standard error
   * already.
   */
  each(use: (letter: LetterText) => void | Promise<void>): Promise<readonly string[]>;
  /** The same with what `work` makes of each letter, which may be under way for `atOnce` of them; results keep the order. */
  eachResult<T>(
    work: (source: LetterSource) => Promise<T>,
    use: (result: T, source: LetterSource) => void | Promise<void>,
    atOnce: number,
  ): Promise<readonly string[]>;
}

/**
 * Finds the letters of a command's operands, those of the current folder where it has none. What cannot be read is reported and
 * never stops the others. Throws a UsageError where an output would replace one of them.
 */
export async function openLetters({ operands, options }: Invocation, terminal: Terminal): Promise<Letters> {
  const { sources, problems, notes, isSingle } = await findLetters(
    operands.length > 0 ? operands : ['.'],
    options['stdin-filename'],
  );
  const chosen = options.changed ? await onlyChanged(sources) : sources;
  await protectInputs(chosen, options, operands);
  for (const note of notes) terminal.note(note);
  const read = (source: LetterSource): Promise<LetterText> => readLetter(source, terminal);
  async function eachResult<T>(
    work: (source: LetterSource) => Promise<T>,
    use: (result: T, source: LetterSource) => void | Promise<void>,
    atOnce: number,
  ): Promise<readonly string[]> {
    const unread: string[] = [];
    const report = (problem: string): void => {
      terminal.complain(problem);
      unread.push(problem);
    };
    for (const problem of problems) report(problem);
    let done = 0;
    for (const [source, result] of begunAhead(chosen, work, atOnce)) {
      terminal.progress(done++, chosen.length);
      try {
        await use(await result, source);
      } catch (error) {
        // Bad usage is no fault of the letter's.
        if (error instanceof UsageError) throw error;
        report(whyUnread(error, source.path));
      }
      // Lets the process notice that nobody reads its output any more.
      await setImmediate();
    }
    return unread;
  }
  return { isSingle, count: chosen.length, read, each: (use) => eachResult(read, use, 1), eachResult };
}

async function onlyChanged(sources: readonly LetterSource[]): Promise<readonly LetterSource[]> {
  const changed = await changedFiles();
  return sources.filter(({ file }) => file !== null && changed.has(resolve(file)));
}

/** Each source with the work on it, in order; the work on `atOnce` of them has begun when the first is given. */
function* begunAhead<T>(
  sources: readonly LetterSource[],
  work: (source: LetterSource) => Promise<T>,
  atOnce: number,
): Generator<readonly [LetterSource, Promise<T>]> {
  const begun: (readonly [LetterSource, Promise<T>])[] = [];
  for (const source of sources) {
    const result = work(source);
    // Its failure is met when its turn comes.
    result.catch(() => undefined);
    begun.push([source, result]);
    if (begun.length >= atOnce) yield* begun.splice(0, 1);
  }
  yield* begun;
}

async function readLetter({ path, file }: LetterSource, terminal: Terminal): Promise<LetterText> {
  if (file !== null) return readLetterFile({ path, file });
  return { path, file, ...decodeLetter(await terminal.readStandardInput(), path) };
}
