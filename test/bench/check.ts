import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { analyzeLetter, lintLetter, readLetter, rules } from '../../server/src/core/index';
import type { Benchmark } from './benchmark';

/** What a keystroke costs at most: from text to findings. */
export function checkBenchmarks(text: string): readonly Benchmark[] {
  const letter = readLetter(text, builtinForms);
  const check = (read: typeof letter) => lintLetter(analyzeLetter(read, builtinLibrary), rules);
  return [
    { name: `check: ${rules.length} rules over a parsed letter`, run: () => check(letter) },
    { name: 'parse and check', target: 1, run: () => check(readLetter(text, builtinForms)) },
  ];
}
