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
  /** Of state n the edges `[edgeStarts[n], edgeStarts[n + 1])`, ascending by symbol; the finds alike. */
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

/** The same as JSON: arrays as text, six bits a character. */
export type PackedTables = {
  readonly [K in keyof LexiconTables]: LexiconTables[K] extends Int32Array ? string : LexiconTables[K];
};

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const arrays = [
  'wordSlots',
  'prefixSlots',
  'spellings',
  'edgeStarts',
  'edgeSymbols',
  'edgeTargets',
  'acceptStarts',
  'accepts',
  'entries',
] as const;

export function packTables(tables: LexiconTables): PackedTables {
  const packed = Object.fromEntries(arrays.map((key) => [key, packNumbers(tables[key])]));
  return { ...tables, ...packed } as unknown as PackedTables;
}

export function unpackTables(packed: PackedTables): LexiconTables {
  const values = new Uint8Array(128);
  for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i;
  const tables = Object.fromEntries(arrays.map((key) => [key, unpackNumbers(packed[key], values)]));
  return { ...packed, ...tables } as unknown as LexiconTables;
}

/** Three digits a number, 18 bits, where all numbers fit; else six. The first digit tells which. */
function packNumbers(numbers: Int32Array): string {
  const size = numbers.every((number) => number >= 0 && number < 1 << 18) ? 3 : 6;
  let text = digits.charAt(size);
  for (const number of numbers) {
    for (let i = size - 1; i >= 0; i--) text += digits.charAt((number >> (6 * i)) & 63);
  }
  return text;
}

function unpackNumbers(text: string, values: Uint8Array): Int32Array {
  const size = values[text.charCodeAt(0)] as number;
  const numbers = new Int32Array((text.length - 1) / size);
  for (let i = 0, at = 1; i < numbers.length; i++) {
    let number = 0;
    for (const end = at + size; at < end; at++) number = (number << 6) | (values[text.charCodeAt(at)] as number);
    numbers[i] = number;
  }
  return numbers;
}
