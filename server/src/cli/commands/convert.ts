import { builtinForms } from '../../builtin/forms';
import { printedLetter, readLetter } from '../../core/index';
import type { ExitCode, Invocation } from '../command';
import { noteOmissions, openLetters } from '../letters';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** Endings of files that other programs open as something else than text. */
const otherKind = /\.(?:pdf|doc|docm|odt|rtf|html?|eml|msg|zip)$/i;

/** Runs `imr convert`: a document as text, or a letter as a Word document, depending on the name of the output. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const { operands, options } = invocation;
  if (operands.length !== 1) throw new UsageError('imr convert needs one file: imr convert letter.docx -o letter.imr');
  const isWord = /\.docx$/i.test(options.output ?? '');
  const ending = otherKind.exec(options.output ?? '')?.[0];
  if (ending)
    throw new UsageError(`${options.output}: imr convert writes text and Word documents (.docx), not ${ending} files`);
  const letters = await openLetters(invocation, terminal);
  if (!letters.isSingle) throw new UsageError(`${operands[0]}: imr convert needs one file, not a folder or a glob`);
  const unread = await letters.each(async (letter) => {
    noteOmissions(letter, terminal);
    const { text } = letter;
    if (!isWord) return terminal.print(text);
    const { writeDocx } = await import('../../import/write-docx');
    terminal.print(writeDocx(printedLetter(readLetter(text, builtinForms))));
  });
  return unread.length > 0 ? 2 : 0;
}
