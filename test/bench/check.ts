import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, createTextMemory, type Letter, lintLetter, readLetter, rules } from '../../server/src/core/index';
import type { Benchmark } from './benchmark';

/** The rules about the shape of a letter: those that the first milliseconds of an edit are measured by. */
const formRules =
  'IMR101 IMR102 IMR103 IMR104 IMR105 IMR106 IMR107 IMR108 IMR109 IMR111 IMR201 IMR202 IMR203 IMR204 IMR205 IMR206 IMR210 IMR301 IMR302 IMR501 IMR502'.split(
    ' ',
  );

/** From text to findings: a letter seen for the first time, and one of which a keystroke made a new version. */
export function checkBenchmarks(text: string): readonly Benchmark[] {
  const some = rules.filter(({ code }) => formRules.includes(code));
  const letter = readLetter(text, builtinForms);
  const check = (read: Letter, chosen: typeof rules) => lintLetter(askAbout(read, builtinLibrary), chosen);
  return [
    { name: `check: ${rules.length} rules over a parsed letter`, run: () => check(letter, rules) },
    {
      name: `parse and check: ${some.length} rules`,
      target: 1,
      run: () => check(readLetter(text, builtinForms), some),
    },
    {
      name: `parse and check: ${rules.length} rules`,
      target: 3,
      run: () => check(readLetter(text, builtinForms), rules),
    },
    { name: 'check again after a keystroke', target: 3, run: keystrokes(text) },
  ];
}

/** Each run types one more letter into the last rationale, and takes a new word after twenty. */
function keystrokes(text: string): () => unknown {
  const memory = createTextMemory();
  const block = readLetter(text, builtinForms).blocks.at(-1);
  const place = block?.fields.rationale.body.span.end ?? text.length;
  let typed = 0;
  return () => {
    typed++;
    const word = String.fromCharCode(97 + (Math.floor(typed / 20) % 26)).repeat(1 + (typed % 20));
    const version = `${text.slice(0, place)} ${word}${text.slice(place)}`;
    return lintLetter(askAbout(readLetter(version, builtinForms), builtinLibrary, memory), rules);
  };
}
