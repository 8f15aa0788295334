import { builtinForms } from '../../server/src/builtin/forms';
import { readLetter } from '../../server/src/core/index';
import type { Benchmark } from './benchmark';

/** Text to letter: lossless tree and model. */
export function parseBenchmarks(text: string): readonly Benchmark[] {
  return [{ name: 'parse: tree and model', run: () => readLetter(text, builtinForms) }];
}
