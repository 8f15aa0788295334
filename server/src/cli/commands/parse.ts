import { builtinForms } from '../../builtin/forms';
import { builtinLibrary } from '../../builtin/library';
import { askAbout, type Letter, readLetter, resolutionOf } from '../../core/index';
import type { ExitCode, Invocation } from '../command';
import { type ParsedLetter, toParsedLetter } from '../documents/parsed-letter';
import { openLetters } from '../letters';
import { describeLetter } from '../report/letter-text';
import type { Terminal } from '../terminal';

/** `imr parse`: the model of each letter. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  const letters = await openLetters(invocation, terminal);
  const printer = printers[invocation.format]?.(letters.isSingle, terminal);
  if (!printer) throw new Error(`no printer for ${invocation.format}`);
  const unread = await letters.each(({ path, text }) => printer.letter(path, readLetter(text, builtinForms)));
  printer.end();
  return unread.length === 0 ? 0 : 2;
}

interface Printer {
  letter(path: string, letter: Letter): void;
  end(): void;
}

/** With the library's names for what the letter cites. */
function toJson(path: string, letter: Letter): ParsedLetter {
  const ask = askAbout(letter, builtinLibrary);
  return toParsedLetter(path, letter, (citation) => ask(resolutionOf, citation).guideline?.id ?? null);
}

const printers: Readonly<Record<string, (isSingle: boolean, terminal: Terminal) => Printer>> = {
  json: jsonPrinter,
  ndjson: (_, { print }) => ({
    letter: (path, letter) => print(`${JSON.stringify(toJson(path, letter))}\n`),
    end: () => undefined,
  }),
  text: (_, { print, colours }) => ({
    letter: (path, letter) => print(`${describeLetter(path, letter, colours)}\n`),
    end: () => undefined,
  }),
};

/** One object for one file, which nothing follows; else a list that is written as the letters come. */
function jsonPrinter(isSingle: boolean, { print }: Terminal): Printer {
  if (isSingle) {
    return {
      letter: (path, letter) => print(`${JSON.stringify(toJson(path, letter), null, 2)}\n`),
      end: () => undefined,
    };
  }
  let count = 0;
  const open = (): void => print(count++ === 0 ? '{"schemaVersion":1,"files":[\n' : ',\n');
  return {
    letter(path, letter) {
      open();
      print(JSON.stringify(toJson(path, letter)));
    },
    end() {
      if (count === 0) open();
      print('\n]}\n');
    },
  };
}
