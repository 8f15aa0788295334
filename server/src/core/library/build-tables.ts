import type { BuiltTables } from './create-library';
import type { Pack } from './entries';
import { knownWords } from './known-words';
import { buildTables, isLexicon } from './lexicon/load-lexicon';
import { mergePacks } from './merge-packs';
import { buildNameTables, packNames } from './name-tables';
import { namedEntries } from './names';
import type { HousePack, PackProblem } from './types';

/** What the build script makes of the packs that ship; problems bear the paths given. */
export function buildLibraryTables(packs: readonly HousePack[]): {
  readonly tables: BuiltTables;
  readonly problems: readonly PackProblem[];
  /** Words that a dictionary of the packs' language has: see `knownWords`. */
  readonly words: ReadonlySet<string>;
} {
  const { tables, problems } = buildTables(packs.filter(({ content }) => isLexicon(content)));
  const entries = mergePacks(packs.map(({ content }) => content as Pack));
  const names = packNames(buildNameTables(namedEntries(entries)));
  return { tables: { lexicon: tables, names }, problems, words: knownWords(entries) };
}
