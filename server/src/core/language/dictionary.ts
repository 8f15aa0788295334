import { keptByText } from '../text/kept-by-text';
import type { WordTables } from './word-list';

/** A word of the dictionary that is near another one. */
export interface NearWord {
  /** As the dictionary spells it. */
  readonly word: string;
  /** Letters to insert, delete, replace or swap. */
  readonly distance: number;
}

export interface Dictionary {
  /** Has the word in exactly this spelling, capitals included. */
  has(word: string): boolean;
  /**
   * Has the word as it may be printed: `Pain` at the start of a sentence, `PAIN` in a heading. A name needs its capital.
   */
  knows(printed: string): boolean;
  /**
   * Words within `limit` letters of a word, whatever their case, the nearest first. Answers are kept. Costs about a millisecond:
   * for words that the dictionary does not know.
   */
  near(word: string, limit: number): readonly NearWord[];
}

/** Answers for words of so many UTF-16 units are kept, some 5,000 words: whenever a letter is checked, it asks about all its odd words. */
const mostUnits = 40_000;

export function createDictionary(tables: WordTables): Dictionary {
  const nearWithin = (limit: number) =>
    keptByText(
      (word) => findNear(tables, word.toLowerCase(), limit),
      () => mostUnits,
    );
  const nearOf = new Map<number, (word: string) => readonly NearWord[]>();
  const has = (word: string): boolean => endsWord(tables, word);
  return {
    has,
    knows(printed) {
      if (has(printed)) return true;
      const lower = printed.toLowerCase();
      const rest = printed.slice(1);
      if (rest === rest.toLowerCase()) return lower !== printed && has(lower);
      return printed === printed.toUpperCase() && (has(lower) || has(printed.charAt(0) + lower.slice(1)));
    },
    near(word, limit) {
      const find = nearOf.get(limit) ?? nearWithin(limit);
      nearOf.set(limit, find);
      return find(word);
    },
  };
}

/** 0 in a dictionary without words. */
function firstNode(edges: Int32Array): number {
  return edges.length > 1 ? 1 : 0;
}

function endsWord({ labels, edges }: WordTables, word: string): boolean {
  let node = firstNode(edges);
  let isEnd = false;
  for (let i = 0; i < word.length; i++) {
    if (node === 0) return false;
    const letter = word.charCodeAt(i);
    let edge = node;
    while (labels.charCodeAt(edge) !== letter) if (((edges[edge++] as number) & 1) === 1) return false;
    const value = edges[edge] as number;
    isEnd = (value & 2) !== 0;
    node = value >> 2;
  }
  return isEnd;
}

/** Walks the automaton with a row of the distance table for each letter, and leaves a branch once all of its row is above the limit. */
function findNear({ labels, edges }: WordTables, word: string, limit: number): readonly NearWord[] {
  const found: NearWord[] = [];
  const width = word.length + 1;
  const first = Uint8Array.from({ length: width }, (_, i) => i);
  visit(firstNode(edges), '', first, first, '');
  const best = new Map<string, NearWord>();
  for (const each of found) {
    const known = best.get(each.word);
    if (!known || each.distance < known.distance) best.set(each.word, each);
  }
  return [...best.values()].sort(
    (a, b) => a.distance - b.distance || Number(a.word > b.word) - Number(a.word < b.word),
  );

  function visit(node: number, prefix: string, row: Uint8Array, before: Uint8Array, lastLetter: string): void {
    if (node === 0 || prefix.length > word.length + limit) return;
    for (let edge = node; ; edge++) {
      const label = labels.charAt(edge);
      const value = edges[edge] as number;
      const next = nextRow(label.toLowerCase(), lastLetter, row, before);
      if (next.least <= limit) {
        const spelled = prefix + label;
        const distance = next.row[word.length] as number;
        if ((value & 2) !== 0 && distance <= limit && distance > 0) found.push({ word: spelled, distance });
        visit(value >> 2, spelled, next.row, row, label.toLowerCase());
      }
      if ((value & 1) === 1) return;
    }
  }

  function nextRow(letter: string, lastLetter: string, row: Uint8Array, before: Uint8Array) {
    const next = new Uint8Array(width);
    let least = (row[0] as number) + 1;
    next[0] = least;
    for (let j = 1; j < width; j++) {
      const own = word.charAt(j - 1);
      let cost = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1);
      cost = Math.min(cost, (row[j - 1] as number) + (own === letter ? 0 : 1));
      if (j > 1 && own === lastLetter && word.charAt(j - 2) === letter)
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      next[j] = cost;
      if (cost < least) least = cost;
    }
    return { row: next, least };
  }
}
