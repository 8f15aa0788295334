import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Invocation } from './command';
import { changedFiles } from './files/changed';
import { type FindOptions, findLetters } from './files/find-letters';
import { protectInputs } from './files/protect-inputs';
import { type LetterSource, type LetterText, readLetterFile, toLetterText, whyUnread } from './files/sources';
import { printable } from './report/printable';
import type { ReportedFile } from './report/report';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** The letters that a command works on. */
export interface Letters {
  /** The operands name one file, not a list of letters. */
  readonly isSingle: boolean;
  readonly count: number;
  /** Undefined for a document found in a folder that is no letter. */
  read(source: LetterSource): Promise<LetterText | undefined>;
  /**
   * Calls `use` for each letter that can be read, in order. Sentences about what could not be, which are on standard error
   * already.
   */
  each(use: (letter: LetterText) => void | Promise<void>): Promise<readonly string[]>;
  /**
   * The same with what `work` makes of each letter, which may be under way for `atOnce` of them; results keep the order. What gives
   * undefined is no letter, and passed over.
   */
  eachResult<T>(
    work: (source: LetterSource) => Promise<T | undefined>,
    use: (result: T, source: LetterSource) => void | Promise<void>,
    atOnce: number,
  ): Promise<readonly string[]>;
}

/**
 * Finds the letters of a command's operands, those of the current folder where it has none. What cannot be read is reported and
 * never stops the others. Throws a UsageError where an output would replace one of them.
 */
export async function openLetters(
  { operands, options }: Invocation,
  terminal: Terminal,
  { inFolders }: Pick<FindOptions, 'inFolders'> = { inFolders: 'all' },
): Promise<Letters> {
  const { sources, problems, notes, isSingle, unsureFolders } = await findLetters(
    operands.length > 0 ? operands : ['.'],
    { stdinName: options['stdin-filename'], inFolders },
  );
  const chosen = options.changed ? await onlyChanged(sources) : sources;
  await protectInputs(chosen, options, operands);
  for (const note of notes) terminal.note(note);
  const read = (source: LetterSource): Promise<LetterText | undefined> => readLetter(source, terminal);
  async function eachResult<T>(
    work: (source: LetterSource) => Promise<T | undefined>,
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
    let isAnyLetter = chosen.some(({ isUnsure }) => !isUnsure);
    for (const [source, result] of begunAhead(chosen, work, atOnce)) {
      terminal.progress(done++, chosen.length);
      try {
        const made = await result;
        if (made === undefined) continue;
        isAnyLetter = true;
        await use(made, source);
      } catch (error) {
        // Bad usage is no fault of the letter's.
        if (error instanceof UsageError) throw error;
        report(whyUnread(error, source.path));
      }
      // Lets the process notice that nobody reads its output any more.
      await setImmediate();
    }
    if (!isAnyLetter && unread.length === 0 && !options.changed)
      for (const folder of unsureFolders) report(`${folder}: no letter found`);
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

async function readLetter(source: LetterSource, terminal: Terminal): Promise<LetterText | undefined> {
  const { file } = source;
  if (file !== null) return readLetterFile({ ...source, file });
  return toLetterText(source, await terminal.readStandardInput());
}

/** Notes what was left out of a letter that came from a document. */
export function noteOmissions({ path, imported }: Pick<ReportedFile, 'path' | 'imported'>, terminal: Terminal): void {
  for (const note of imported?.notes ?? []) terminal.note(printable(`${path}: ${note}`));
}
