// Reading and checking in this process, as multiples of the JSON service on as many bytes.
import { builtinForms } from '../../../server/src/builtin/forms';
import { builtinLibrary } from '../../../server/src/builtin/library';
import { builtinPacks } from '../../../server/src/builtin/packs';
import {
  askAbout,
  completionsAt,
  createLibrary,
  hoverAt,
  indexLetter,
  lintLetter,
  readLetter,
  rules,
} from '../../../server/src/core/index';
import { createLanguage } from '../../../server/src/language/create-language';
import type { Figure, Setup } from '../figure';
import { interleave, ratio, type Timing } from '../interleave';
import { jsonService } from '../json-service';
import { keystrokes } from '../keystrokes';
import { distinct, letterOfSize } from '../letter';
import { readWholeLetter } from '../whole-letter';

const targets: Readonly<Record<string, number>> = {
  'parse and all rules': 4,
  'parse, all rules and language': 50,
  'parse alone': 1.5,
  'check again after a keystroke': 2,
};

export async function measureEngine({ letter, isQuick }: Setup): Promise<readonly Figure[]> {
  const pace = isQuick ? { rounds: 5, turn: 40 } : { rounds: 20, turn: 50 };
  const { unit, ...timings } = interleave({ unit: jsonService(letter), ...subjects(letter) }, pace);
  const long = letterOfSize(letter, 100_000);
  const atLength = interleave({ unit: jsonService(long), again: keystrokes(long) }, { ...pace, turn: 4 * pace.turn });
  return [
    ...Object.entries(timings).map(([name, timing]) => inUnits(name, timing, unit, targets[name])),
    inUnits('check again after a keystroke, 100 KB', atLength.again, atLength.unit, 4),
  ];
}

function inUnits(name: string, timing: Timing, unit: Timing, target?: number): Figure {
  return { name, unit: 'units', ...ratio(timing, unit), ...(target !== undefined && { target }) };
}

function subjects(text: string) {
  const language = createLanguage();
  // More than the sentences that are kept: what is tagged again and again would cost nothing.
  const letters = Array.from({ length: 100 }, (_, number) => distinct(text, number));
  let turn = 0;
  const read = (letter = text) => askAbout(readLetter(letter, builtinForms), builtinLibrary);
  const ask = read();
  const { problems } = lintLetter(ask, rules);
  const [block] = ask.letter.blocks;
  const item = block?.heading.item.disputed.span.start ?? 0;
  const end = block?.fields.rationale.body.span.end ?? 0;
  return {
    'parse and all rules': () => lintLetter(read(), rules),
    'parse, all rules and language': () =>
      lintLetter(read(letters[turn++ % letters.length]), rules, undefined, language),
    'parse alone': () => readWholeLetter(text),
    'check again after a keystroke': keystrokes(text),
    'check again after a keystroke, language too': keystrokes(text, language),
    'names of a text': () => builtinLibrary.matchNames(text),
    'phrases of a text': () => builtinLibrary.matchPhrases(text),
    'hover on an item': () => hoverAt({ ask, problems, offset: item }),
    'hover in a letter just read': () => hoverAt({ ask: read(), problems, offset: item }),
    'completion at the end of a rationale': () => completionsAt(ask, end),
    'read and index a letter of the folder': () => indexLetter(read()),
    'build the library': () => createLibrary(builtinPacks).library.matchNames('Norco'),
  };
}
