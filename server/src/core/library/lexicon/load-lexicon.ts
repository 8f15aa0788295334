import { once } from '../../text/once';
import type { Pack } from '../entries';
import type { HousePack, PackProblem } from '../types';
import { compileLexicon, type ReadLexicon, readLexicon } from './compile';
import { createLexicon, type Lexicon } from './lexicon';
import { mergeLexicon } from './merge-lexicon';
import { type PackedTables, packTables, unpackTables } from './tables';

export interface LoadedLexicon {
  readonly lexicon: Lexicon;
  /** What is wrong in a team's packs. */
  readonly problems: readonly PackProblem[];
}

/**
 * The lexicon of all packs. A team's packs may change what a shipped phrase refers to, so where one has a say in it everything is
 * compiled anew: a second automaton beside the shipped one would not know.
 */
export function loadLexicon(
  shipped: readonly Pack[],
  house: readonly HousePack[],
  tables?: PackedTables,
): LoadedLexicon {
  const own = house.filter(({ content }) => isLexicon(content));
  if (tables && own.length === 0) return { lexicon: createLexicon(() => unpackTables(tables)), problems: [] };
  const read = once(() => readAll(shipped, own));
  const problems = own.length > 0 ? read().problems : [];
  return { lexicon: createLexicon(() => compileLexicon(read())), problems };
}

/** Compiles the packs that ship. `problems` bear the paths given. */
export function buildTables(packs: readonly HousePack[]): {
  readonly tables: PackedTables;
  readonly problems: readonly PackProblem[];
} {
  const merged = mergeLexicon(packs.map((pack) => ({ ...pack, isHouse: false })));
  const read = readLexicon(merged.source);
  return { tables: packTables(compileLexicon(read)), problems: [...merged.problems, ...read.problems] };
}

function readAll(shipped: readonly Pack[], house: readonly HousePack[]): ReadLexicon {
  const merged = mergeLexicon([
    ...shipped.filter(isLexicon).map((content) => ({ path: '', isHouse: false, content })),
    ...house.map((pack) => ({ ...pack, isHouse: true })),
  ]);
  const read = readLexicon(merged.source);
  return { ...read, problems: [...merged.problems, ...read.problems] };
}

/** The pack has phrases of concepts, or cues. */
export function isLexicon(content: unknown): boolean {
  const kind = (content as { readonly kind?: unknown } | null)?.kind;
  return kind === 'lexicon' || kind === 'rationale';
}
