import { redactLetter } from '../../core/index';
import { checkInWorkspace } from '../../workspace/check-letter';
import { createSettingsLookup } from '../check-letter';
import { createCollector } from '../collector';
import type { ExitCode, Invocation } from '../command';
import { noteOmissions, openLetters } from '../letters';
import { printable } from '../report/printable';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** Runs `imr redact`: prints a letter without identifiers. A note counts what was replaced. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const { operands, options } = invocation;
  if (operands.length !== 1) throw new UsageError('imr redact needs one letter: imr redact letter.imr -o redacted.imr');
  if (/\.(?:docx|pdf)$/i.test(options.output ?? ''))
    throw new UsageError(`${options.output}: imr redact writes a text; choose another name`);
  const settingsOf = createSettingsLookup(options, operands);
  const collector = createCollector(terminal, operands);
  const letters = await openLetters(invocation, terminal);
  if (!letters.isSingle) throw new UsageError(`${operands[0]}: imr redact needs one letter, not a folder or a glob`);
  const unread = await letters.each(async (letter) => {
    const settings = await settingsOf(letter);
    collector.addSettings(settings);
    noteOmissions(letter, terminal);
    const { text, replaced } = redactLetter(letter.text, (each) => checkInWorkspace(each, settings).ask);
    terminal.print(text);
    terminal.note(`${printable(letter.path)}: replaced ${replaced.length > 0 ? replaced.join('; ') : 'nothing'}`);
  });
  collector.complainOfSettings();
  collector.tellOutside();
  return unread.length > 0 || collector.isBroken() ? 2 : 0;
}
