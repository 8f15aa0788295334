import { type Packed, packArrays, unpackArrays } from '../packed-numbers';

/** A lexicon as data that is loaded without being built: texts, and arrays of numbers. */
export interface LexiconTables {
  /** Ids of the concepts, sorted; a concept's number is its place. */
  readonly concepts: readonly string[];
  /** Texts of all symbols behind the classes, joined by line ends. */
  readonly words: string;
  /** Slots of a hash table of the words, and of the beginnings: numbers of symbols, 0 where there is none. */
  readonly wordSlots: Int32Array;
  readonly prefixSlots: Int32Array;
  /** Lengths of the shortest and of the longest beginning. */
  readonly prefixLengths: readonly [shortest: number, longest: number];
  /** Of a word its first spelling whose capitals count, of a spelling the next one; 0 for none. */
  readonly spellings: Int32Array;
  readonly root: number;
  /** Of each state its row of edges: states that lead on alike, and only find different things, share one. */
  readonly rows: Int32Array;
  /** Of row n the edges `[edgeStarts[n], edgeStarts[n + 1])`, ascending by symbol; of state n the finds alike. */
  readonly edgeStarts: Int32Array;
  readonly edgeSymbols: Int32Array;
  readonly edgeTargets: Int32Array;
  readonly acceptStarts: Int32Array;
  readonly accepts: Int32Array;
  /** Of each entry: concept (or what stands for it), guards ahead and behind, flags, and of a gap the state behind it and its width. */
  readonly entries: Int32Array;
}

export const ENTRY_SIZE = 6;
export const AT_START = 1;
export const AT_END = 2;
export const HAS_MARKS = 4;

/** The same as JSON: see `packNumbers`. */
export type PackedTables = Packed<LexiconTables>;

const arrays = [
  'wordSlots',
  'prefixSlots',
  'spellings',
  'rows',
  'edgeStarts',
  'edgeSymbols',
  'edgeTargets',
  'acceptStarts',
  'accepts',
  'entries',
] as const;

export function packTables(tables: LexiconTables): PackedTables {
  return packArrays(tables, arrays);
}

export function unpackTables(packed: PackedTables): LexiconTables {
  return unpackArrays<LexiconTables>(packed, arrays);
}
