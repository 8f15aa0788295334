import { applyEdits, fixAllSafe } from '../../core/index';
import { WriteError } from '../../disk/write-error';
import { encodeLetter } from '../../workspace/decode';
import { type CheckLetter, createLetterCheck } from '../check-letter';
import { type Collector, createCollector } from '../collector';
import type { ExitCode, Invocation } from '../command';
import { replaceFile } from '../files/replace';
import { type LetterText, readTextFile, UnreadableError } from '../files/sources';
import { openLetters } from '../letters';
import { printable } from '../report/printable';
import { counted, isAtLeast } from '../report/report';
import type { Terminal } from '../terminal';
import { unifiedDiff } from '../unified-diff';

/** Runs `imr fix`: applies the safe fixes of each letter, or shows them. Standard input is written, fixed, to standard output. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const { options, operands } = invocation;
  const check = await createLetterCheck(options, operands);
  const collector = createCollector(terminal, operands);
  const letters = await openLetters(invocation, terminal, { inFolders: 'texts' });
  const shownFrom = options['min-severity'] ?? 'information';
  let total = 0;
  const unread = await letters.each(async (letter) => {
    if (letter.imported)
      throw new UnreadableError(`${letter.path}: imr fix changes text files only; imr convert makes one of a document`);
    const fixed = await applyAll(letter, { check, collector }, (severity) => isAtLeast(severity, shownFrom));
    if (options['dry-run']) terminal.print(unifiedDiff(letter.path, letter.text, fixed.text));
    else if (letter.file === null) terminal.print(fixed.text);
    else if (fixed.text !== letter.text) {
      write(letter.file, letter, fixed.text);
      terminal.print(`${printable(letter.path)}: ${counted(fixed.count, 'problem')} fixed\n`);
    }
    // A letter that could not be written is not fixed.
    total += fixed.count;
  });
  collector.complainOfSettings();
  collector.tellOutside();
  terminal.note(options['dry-run'] ? `${total} would be fixed` : `${total} fixed`);
  return unread.length > 0 || collector.isBroken() ? 2 : 0;
}

/** A fix may reveal another problem. More rounds than this would mean that two rules undo each other. */
const mostRounds = 10;

interface Fixed {
  readonly text: string;
  /** Number of problems that were fixed. */
  readonly count: number;
}

/** Applies safe fixes until none is left. A letter that the configuration excludes stays as it is. */
async function applyAll(
  letter: LetterText,
  { check, collector }: { readonly check: CheckLetter; readonly collector: Collector },
  isWanted: (severity: Parameters<typeof isAtLeast>[0]) => boolean,
): Promise<Fixed> {
  let { text } = letter;
  let count = 0;
  for (let round = 0; round < mostRounds; round++) {
    const checked = collector.add(await check({ ...letter, text }));
    const fixes = checked && fixAllSafe(checked.problems.filter(({ severity }) => isWanted(severity)));
    if (!fixes) break;
    text = applyEdits(text, fixes.edits);
    count += fixes.count;
  }
  return { text, count };
}

/**
 * Writes a file in its own encoding. Throws an UnreadableError if the encoding lacks a character, if the file has changed since it
 * was read, or if it cannot be written.
 */
function write(file: string, letter: LetterText, text: string): void {
  const { path, encoding } = letter;
  const bytes = encodeLetter(text, encoding);
  if (!bytes)
    throw new UnreadableError(`${path}: ${encoding} lacks a character of the fixed text; save the letter as UTF-8`);
  try {
    replaceFile(file, bytes, () => checkUnchanged(file, letter));
  } catch (error) {
    if (error instanceof WriteError) throw new UnreadableError(`${path}: cannot be written: ${error.message}`);
    throw error;
  }
}

function checkUnchanged(file: string, { path, text, encoding }: LetterText): void {
  const now = readTextFile({ path, file });
  if (now.text !== text || now.encoding !== encoding)
    throw new UnreadableError(`${path}: not fixed, because it changed in the meantime; run imr fix again`);
}
