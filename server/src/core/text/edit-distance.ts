/**
 * Damerau-Levenshtein distance (insert, delete, replace, swap of neighbors) of two short words, or `limit + 1` once it is
 * certain to be above `limit`. Compares UTF-16 units, case-sensitively.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [beforeLast, last, row] = rowsFor(b.length);
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Cells further from the diagonal than the limit exceed it. The cells beside the band hold a value that counts as too far.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? i : limit + 1;
    let best = from === 1 ? i : limit + 1;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (to < b.length) row[to + 1] = limit + 1;
    if (best > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(at(last, b.length), limit + 1);
}

let rows = [new Uint32Array(64), new Uint32Array(64), new Uint32Array(64)] as const;

/** Three rows, the same at each call: words are compared by the thousand. */
function rowsFor(length: number): readonly [Uint32Array, Uint32Array, Uint32Array] {
  if (rows[0].length < length + 2) {
    const size = 2 * length + 2;
    rows = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  }
  return rows;
}

function at(row: Uint32Array, j: number): number {
  return row[j] as number;
}

/** The candidate nearest to `word` within `limit`, or undefined when there is none or two are equally near. */
export function nearest(word: string, candidates: Iterable<string>, limit: number): string | undefined {
  let best: string | undefined;
  let distance = limit + 1;
  let tied = false;
  for (const candidate of candidates) {
    const d = editDistance(word, candidate, limit);
    if (d === distance) tied = true;
    if (d < distance) {
      best = candidate;
      distance = d;
      tied = false;
    }
  }
  return tied ? undefined : best;
}
