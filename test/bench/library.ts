import { builtinLibrary } from '../../server/src/builtin/library';
import { builtinPacks } from '../../server/src/builtin/packs';
import { createLibrary } from '../../server/src/core/index';
import type { Benchmark } from './benchmark';

/** Building the library and its names from compiled packs, and one pass of all names, and of all phrases, over a letter. */
export function libraryBenchmarks(text: string): readonly Benchmark[] {
  const reading = text.replace(/\s+/g, ' ');
  return [
    { name: 'build the library', target: 10, run: () => createLibrary(builtinPacks).library.matchNames('Norco') },
    { name: 'match names', target: 0.3, run: () => builtinLibrary.matchNames(reading) },
    { name: 'match phrases', run: () => builtinLibrary.matchPhrases(reading) },
  ];
}
