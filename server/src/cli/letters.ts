import { setImmediate } from 'node:timers/promises';
import { decodeLetter, type Encoding } from '../workspace/decode';
import type { Invocation } from './command';
import { findLetters } from './files/find-letters';
import { type LetterSource, readLetterFile } from './files/sources';
import type { Terminal } from './terminal';

/** A letter's text with where it came from. */
export interface LetterText extends LetterSource {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The letters that a command works on. */
export interface Letters {
  /** The operands name one file, not a list of letters. */
  readonly isSingle: boolean;
  /** Calls `use` for each letter that can be read, in order; false where a file or path could not be. */
  each(use: (letter: LetterText) => void | Promise<void>): Promise<boolean>;
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
      for (const problem of problems) terminal.complain(problem);
      let allRead = problems.length === 0;
      for (const [i, source] of sources.entries()) {
        terminal.progress(i, sources.length);
        const letter = await read(source, terminal);
        if (letter) await use(letter);
        else allRead = false;
        // Lets the process notice that nobody reads its output any more.
        await setImmediate();
      }
      return allRead;
    },
  };
}

async function read(source: LetterSource, terminal: Terminal): Promise<LetterText | undefined> {
  try {
    const { path, file } = source;
    const decoded = file === null ? decodeLetter(await terminal.readStandardInput(), path) : readLetterFile(file, path);
    return { ...source, ...decoded };
  } catch (error) {
    terminal.complain((error as Error).message);
    return undefined;
  }
}
