import { AMPERSAND, addToHash, hashOf } from '../token-table';
import { classOf, fold, LETTER } from '../tokens';
import type { Symbols } from './symbols';
import { BOUNDARY } from './symbols';
import type { LexiconTables } from './tables';

/** Finds the symbols of words without cutting the text up. */
export interface WordTable {
  /** The symbol that `text[start, end)` is, by the hash that `readToken` gives; 0 for none. */
  symbolOf(text: string, start: number, end: number, hash: number): number;
}

type Slots = Pick<LexiconTables, 'words' | 'wordSlots' | 'prefixSlots' | 'prefixLengths' | 'spellings'>;

/** Lays out the hash tables of a lexicon's symbols. */
export function layOutWords(symbols: Symbols): Slots {
  const all = [...symbols.all()];
  const words = all.filter((symbol) => symbols.kinds[symbol] === 'word');
  const prefixes = all.filter((symbol) => symbols.kinds[symbol] === 'prefix');
  const lengths = prefixes.map((symbol) => (symbols.texts[symbol] ?? '').length);
  const spellings = new Int32Array(symbols.count);
  for (const symbol of all.filter((each) => symbols.kinds[each] === 'spelling').reverse()) {
    const word = symbols.foldedOf[symbol] ?? 0;
    spellings[symbol] = spellings[word] ?? 0;
    spellings[word] = symbol;
  }
  return {
    words: all.map((symbol) => symbols.texts[symbol]).join('\n'),
    wordSlots: slotsOf(words, symbols.texts),
    prefixSlots: slotsOf(prefixes, symbols.texts),
    prefixLengths: lengths.length > 0 ? [Math.min(...lengths), Math.max(...lengths)] : [0, 0],
    spellings,
  };
}

/** A hash table with open addressing, at most a third full: numbers of texts, none of which is 0. */
export function slotsOf(symbols: readonly number[], texts: readonly string[]): Int32Array {
  let size = 4;
  while (size < symbols.length * 3) size *= 2;
  const slots = new Int32Array(size);
  for (const symbol of symbols) {
    let slot = hashOf(texts[symbol] ?? '', 0, (texts[symbol] ?? '').length) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = symbol;
  }
  return slots;
}

export function createWordTable({ words, wordSlots, prefixSlots, prefixLengths, spellings }: Slots): WordTable {
  const texts = [...new Array<string>(BOUNDARY + 1).fill(''), ...words.split('\n')];
  const [shortest, longest] = prefixLengths;

  const find = (slots: Int32Array, text: string, start: number, end: number, hash: number): number =>
    findIn(slots, texts, text, start, end, hash);
  const spelled = (text: string, start: number, end: number, word: number): number => {
    for (let symbol = spellings[word] as number; symbol !== 0; symbol = spellings[symbol] as number) {
      const spelling = texts[symbol] as string;
      if (spelling.length === end - start && text.startsWith(spelling, start)) return symbol;
    }
    return word;
  };
  // The first letters of all beginnings, as bits of a hash: most words that are not known have none of them.
  const heads = new Uint8Array(HEADS);
  for (const symbol of prefixSlots) if (symbol !== 0) heads[headOf(texts[symbol] as string, 0, shortest)] = 1;

  /** The longest beginning of the word that the lexicon knows. */
  const prefixOf = (text: string, start: number, end: number): number => {
    if (end - start < shortest || heads[headOf(text, start, shortest)] === 0) return 0;
    let found = 0;
    let hash = fold(text.charCodeAt(start));
    for (let at = start + 1; at <= end && at - start <= longest; at++) {
      if (at - start >= shortest) found = find(prefixSlots, text, start, at, hash) || found;
      hash = addToHash(hash, text.charCodeAt(at));
    }
    return found;
  };
  return {
    symbolOf(text, start, end, hash) {
      const word = find(wordSlots, text, start, end, hash);
      if (word !== 0) return spellings[word] === 0 ? word : spelled(text, start, end, word);
      return longest > 0 && classOf(text.charCodeAt(start)) === LETTER ? prefixOf(text, start, end) : 0;
    },
  };
}

const HEADS = 4096;

function headOf(text: string, start: number, length: number): number {
  let head = 0;
  for (let i = 0; i < length; i++) head = Math.imul(head, 31) + fold(text.charCodeAt(start + i));
  return head & (HEADS - 1);
}

/** The number of the token `text[start, end)` in a table of `slotsOf`; 0 where it is not there. */
export function findIn(
  slots: Int32Array,
  texts: readonly string[],
  text: string,
  start: number,
  end: number,
  hash: number,
): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const number = slots[slot] as number;
    if (isText(text, start, end, texts[number] as string)) return number;
  }
  return 0;
}

function isText(text: string, start: number, end: number, word: string): boolean {
  if (text.charCodeAt(start) === AMPERSAND) return word === 'and';
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (fold(text.charCodeAt(start + i)) !== word.charCodeAt(i)) return false;
  return true;
}
