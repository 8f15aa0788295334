import type { Ask } from '../../core/index';
import { toParsedLetter } from '../../documents/parsed-letter';
import { checkInWorkspace } from '../../workspace/check-letter';
import { createSettingsLookup } from '../check-letter';
import { createCollector } from '../collector';
import type { ExitCode, Invocation } from '../command';
import { openLetters } from '../letters';
import { describeLetter } from '../report/letter-text';
import type { Terminal } from '../terminal';

/** Runs `imr parse`: prints the model of each letter, with names from the library of its folder. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const { format, options, operands } = invocation;
  const settingsOf = createSettingsLookup(options, operands);
  const collector = createCollector(terminal, operands);
  const letters = await openLetters(invocation, terminal);
  const printer = printers[format]?.(letters.isSingle, terminal);
  if (!printer) throw new Error(`no printer for ${format}`);
  const unread = await letters.each(async (letter) => {
    const settings = await settingsOf(letter);
    collector.addSettings(settings);
    printer.letter(letter.path, checkInWorkspace(letter.text, settings).ask);
  });
  printer.end();
  collector.complainOfSettings();
  collector.tellOutside();
  return unread.length > 0 || collector.isBroken() ? 2 : 0;
}

/** Described by docs/json/parse.schema.json. */
function toDocument(path: string, ask: Ask): object {
  return { schemaVersion: 1, path, ...toParsedLetter(ask) };
}

interface Printer {
  letter(path: string, ask: Ask): void;
  end(): void;
}

const printers: Readonly<Record<string, (isSingle: boolean, terminal: Terminal) => Printer>> = {
  json: jsonPrinter,
  ndjson: (_, { print }) => ({
    letter: (path, ask) => print(`${JSON.stringify(toDocument(path, ask))}\n`),
    end: () => undefined,
  }),
  text: (_, { print, colors }) => ({
    letter: (path, ask) => print(`${describeLetter(path, ask, colors)}\n`),
    end: () => undefined,
  }),
};

/** One object for a single file; otherwise a list that is written as the letters come. */
function jsonPrinter(isSingle: boolean, { print }: Terminal): Printer {
  if (isSingle) {
    return {
      letter: (path, ask) => print(`${JSON.stringify(toDocument(path, ask), null, 2)}\n`),
      end: () => undefined,
    };
  }
  let count = 0;
  const open = (): void => print(count++ === 0 ? '{"schemaVersion":1,"files":[\n' : ',\n');
  return {
    letter(path, ask) {
      open();
      print(JSON.stringify(toDocument(path, ask)));
    },
    end() {
      if (count === 0) open();
      print('\n]}\n');
    },
  };
}
