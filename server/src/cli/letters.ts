import { setImmediate } from 'node:timers/promises';
import { DecodeError, decodeLetter, type Encoding } from '../workspace/decode';
import type { Invocation } from './command';
import { findLetters } from './files/find-letters';
import { type LetterSource, readLetterFile, UnreadableError } from './files/sources';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** A letter's text with where it came from. */
export interface LetterText extends LetterSource {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The letters that a command works on. */
export interface Letters {
  /** The operands name one file, not a list of letters. */
  readonly isSingle: boolean;
  /**
   * Calls `use` for each letter that can be read, in order. Sentences about what could not be, which are on standard error
   * already.
   */
  each(use: (letter: LetterText) => void | Promise<void>): Promise<readonly string[]>;
}

/**
 * Finds the letters of a command's operands, those of the current folder where it has none. What cannot be read is reported and
 * never stops the others.
 */
export async function openLetters({ operands, options }: Invocation, terminal: Terminal): Promise<Letters> {
  const { sources, problems, isSingle } = await findLetters(
    operands.length > 0 ? operands : ['.'],
    options['stdin-filename'],
  );
  return {
    isSingle,
    async each(use) {
      const unread: string[] = [];
      const report = (problem: string): void => {
        terminal.complain(problem);
        unread.push(problem);
      };
      for (const problem of problems) report(problem);
      for (const [i, source] of sources.entries()) {
        terminal.progress(i, sources.length);
        try {
          await use(await read(source, terminal));
        } catch (error) {
          report(explain(error, source.path));
        }
        // Lets the process notice that nobody reads its output any more.
        await setImmediate();
      }
      return unread;
    },
  };
}

async function read({ path, file }: LetterSource, terminal: Terminal): Promise<LetterText> {
  const decoded = file === null ? decodeLetter(await terminal.readStandardInput(), path) : readLetterFile(file, path);
  return { path, file, ...decoded };
}

/** What cannot be read says so itself; anything else is a fault of ours, which costs this letter and no other. */
function explain(error: unknown, path: string): string {
  if (error instanceof UnreadableError || error instanceof DecodeError) return error.message;
  if (error instanceof UsageError) throw error;
  return `${path}: internal error: ${error instanceof Error ? error.stack : String(error)}`;
}
