import { clash, type TextEdit } from './edit';

/** Edits that can be applied together. */
export interface EditSet {
  /** Takes the edits, all or none of them: false where one clashes with an edit that was taken before. */
  takes(edits: readonly TextEdit[]): boolean;
}

/** An empty set. Each edit costs a search, not a comparison with all others. */
export function createEditSet(): EditSet {
  /** In order of their starts; since none clashes with another, only its neighbors can clash with a new one. */
  const taken: TextEdit[] = [];
  const isFree = (edit: TextEdit): boolean => {
    const at = firstFrom(taken, edit.span.start);
    return [taken[at - 1], taken[at]].every((other) => other === undefined || !clash(edit, other));
  };
  return {
    takes(edits) {
      if (!edits.every(isFree)) return false;
      for (const edit of edits) taken.splice(firstFrom(taken, edit.span.start), 0, edit);
      return true;
    },
  };
}

/** The index of the first edit that starts at `start` or behind it. */
function firstFrom(edits: readonly TextEdit[], start: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as TextEdit).span.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
