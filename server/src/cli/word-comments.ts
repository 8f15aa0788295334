import { readFileSync } from 'node:fs';
import { addComments, type WordComment } from '../import/docx-comments';
import { ImportError } from '../import/imported-letter';
import type { Invocation } from './command';
import type { LetterSource } from './files/sources';
import type { Letters } from './letters';
import { counted, type ReportedFile } from './report/report';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** Makes a copy of a Word document with a comment for each finding. */
export interface WordComments {
  /** Adds the reported findings of the letter. */
  add(file: ReportedFile, source: LetterSource): void;
  /** Writes the copy and returns a sentence about it. Throws a UsageError if it cannot be written. */
  write(): Promise<string>;
  /** Leaves the file as it was, unless the copy was written. */
  close(): void;
}

/** Opens the file of `--comments`. Throws a UsageError if the operands are not one Word document, or if it cannot be written. */
export function openWordComments(
  path: string,
  { operands: [operand = '', ...others] }: Pick<Invocation, 'operands'>,
  letters: Letters,
  terminal: Terminal,
): WordComments {
  if (others.length > 0 || !letters.isSingle || !/\.docx$/i.test(operand))
    throw new UsageError('--comments needs one Word document: imr check letter.docx --comments commented.docx');
  if (!/\.docx$/i.test(path))
    throw new UsageError(`${path}: --comments writes a Word document; choose a name that ends in .docx`);
  const output = terminal.openOutput(path);
  let letter: { readonly file: string; readonly text: string; readonly comments: readonly WordComment[] } | undefined;
  return {
    add({ imported, source: { text }, problems }, { file }) {
      if (!imported || file === null) throw new UsageError(`${operand}: not a Word document, which --comments needs`);
      letter = {
        file,
        text,
        comments: problems.map(({ span, message, code }) => ({ ...span, text: `${message} (${code})` })),
      };
    },
    async write() {
      if (!letter) throw new UsageError(`${operand}: nothing to comment on, because the letter was not checked`);
      const { file, text, comments } = letter;
      try {
        output.write(await addComments(readFileSync(file), text, comments));
      } catch (error) {
        throw error instanceof ImportError ? new UsageError(`${operand}: ${error.message}`) : error;
      }
      output.finish();
      return `${path}: ${counted(comments.length, 'comment') || 'no comment'} written`;
    },
    close: () => output.close(),
  };
}
