import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { version } from '../../../../package.json';
import { changesInWords, changesSince, readSavedCheck, signingRecord } from '../../core/index';
import { checkInWorkspace } from '../../workspace/check-letter';
import { DecodeError } from '../../workspace/decode';
import { signingCheckIn } from '../../workspace/signing-check';
import { createSettingsLookup, languageFor } from '../check-letter';
import { createCollector } from '../collector';
import type { ExitCode, Invocation } from '../command';
import { readBytes, readTextFile, toLetterText, UnreadableError } from '../files/sources';
import { printable } from '../report/printable';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

/** Runs `imr verify`: compares letters with the saved checks beside them. */
export async function run({ operands, options }: Invocation, terminal: Terminal): Promise<ExitCode> {
  if (operands.length === 0) throw new UsageError('imr verify needs a saved check: imr verify letter.check.md');
  const settingsOf = createSettingsLookup(options, operands);
  const collector = createCollector(terminal, operands);
  let code: ExitCode = 0;
  for (const record of operands) {
    try {
      const changes = await changesOf(record);
      terminal.print(`${printable(`${record}: ${changes.letter} ${changes.words}`)}\n`);
      if (changes.isChanged && code === 0) code = 1;
    } catch (error) {
      if (!(error instanceof UnreadableError || error instanceof DecodeError)) throw error;
      terminal.complain(printable(error.message));
      code = 2;
    }
  }
  collector.complainOfSettings();
  collector.tellOutside();
  return collector.isBroken() ? 2 : code;

  async function changesOf(record: string) {
    const { text: saved } = readTextFile({ path: record, file: record });
    const { name } = readSavedCheck(saved) ?? {};
    if (name === undefined) throw new UnreadableError(`${record}: is not a check saved before signing`);
    // The letter is the file beside its check, whatever the check names.
    const path = join(dirname(record), name);
    if (name !== basename(name) || !existsSync(path)) throw new UnreadableError(`${record}: letter not found: ${name}`);
    const letter = await toLetterText({ path, file: path }, readBytes(path, path));
    const settings = await settingsOf(letter);
    collector.addSettings(settings);
    const checked = checkInWorkspace(letter.text, settings, await languageFor(settings));
    const now = signingRecord(signingCheckIn(settings, checked, path, { version, nameOf: basename }));
    const changes = changesSince(saved, now);
    if (!changes) throw new Error('the check of a letter cannot be read');
    return { letter: name, words: `is ${changesInWords(changes)}`, isChanged: changes.all.length > 0 };
  }
}
