import { BOUNDARY, UNKNOWN } from './symbols';
import type { LexiconTables } from './tables';

/** The edges of the automaton. 0 is the state that leads nowhere. */
export interface Edges {
  /** The state behind a token: by the edge of its word, else by that of its class; `word` is 0 for a word that is not known. */
  targetOf(state: number, word: number, wordClass: number): number;
  /** The state behind the end of a sentence. */
  pastSentence(state: number): number;
}

const CLASSES = BOUNDARY + 1;

type EdgeTables = Pick<LexiconTables, 'root' | 'rows' | 'edgeStarts' | 'edgeSymbols' | 'edgeTargets' | 'spellings'>;

/** Edges of classes, and those of the root, which has the most by far, are looked up; others are searched in their row. */
export function createEdges({ root, rows, edgeStarts, edgeSymbols, edgeTargets, spellings }: EdgeTables): Edges {
  const rowCount = edgeStarts.length - 1;
  const byClass = new Int32Array(rowCount * CLASSES);
  /** Of each row its first edge of a word. */
  const firsts = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    let edge = edgeStarts[row] as number;
    const end = edgeStarts[row + 1] as number;
    for (; edge < end && (edgeSymbols[edge] as number) < CLASSES; edge++)
      byClass[row * CLASSES + (edgeSymbols[edge] as number)] = edgeTargets[edge] as number;
    firsts[row] = edge;
  }
  const rootRow = rows[root] as number;
  const fromRoot = new Int32Array(spellings.length).fill(-1);
  for (let edge = firsts[rootRow] as number; edge < (edgeStarts[rootRow + 1] as number); edge++)
    fromRoot[edgeSymbols[edge] as number] = edgeTargets[edge] as number;

  /** Where the edge of a word leads: 0 nowhere, -1 where there is none. */
  const ownTarget = (row: number, word: number): number => {
    if (row === rootRow) return fromRoot[word] as number;
    let low = firsts[row] as number;
    let high = (edgeStarts[row + 1] as number) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = edgeSymbols[middle] as number;
      if (found === word) return edgeTargets[middle] as number;
      if (found < word) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  return {
    targetOf(state, word, wordClass) {
      const row = rows[state] as number;
      const own = word === UNKNOWN ? -1 : ownTarget(row, word);
      return own >= 0 ? own : (byClass[row * CLASSES + wordClass] as number);
    },
    pastSentence: (state) => byClass[(rows[state] as number) * CLASSES + BOUNDARY] as number,
  };
}
