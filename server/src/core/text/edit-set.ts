import { firstWhere } from './ascending';
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
  const placeOf = ({ span: { start } }: TextEdit): number => firstWhere(taken, ({ span }) => span.start >= start);
  const isFree = (edit: TextEdit): boolean => {
    const at = placeOf(edit);
    return [taken[at - 1], taken[at]].every((other) => other === undefined || !clash(edit, other));
  };
  return {
    takes(edits) {
      if (!edits.every(isFree)) return false;
      for (const edit of edits) taken.splice(placeOf(edit), 0, edit);
      return true;
    },
  };
}
