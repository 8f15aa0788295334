import { compareSpans, type Span } from '../../text/span';
import type { ConceptId } from './generated/concept-id';

/** The families of concepts: the ids up to their first point, `side` of `side.left`. */
export type ConceptFamily = { [Id in ConceptId]: Id extends `${infer Family}.${string}` ? Family : never }[ConceptId];

/** Where a text speaks of a concept of a family; `kind` is the rest of its id: `left` of `side.left`. */
export interface FamilyMatch extends Span {
  readonly kind: string;
}

/** The concepts of each family, put together when it is first asked for. */
export function familyTable(ids: readonly string[]): (family: string) => readonly Member[] {
  const families = new Map<string, readonly Member[]>();
  return (family) => {
    let members = families.get(family);
    if (!members) {
      const prefix = `${family}.`;
      members = ids.flatMap((id, number) => (id.startsWith(prefix) ? [{ kind: id.slice(prefix.length), number }] : []));
      families.set(family, members);
    }
    return members;
  };
}

interface Member {
  readonly kind: string;
  readonly number: number;
}

/** What is found of a family, ascending; of several that overlap, the first and longest. */
export function familyMatches(
  members: readonly Member[],
  spansOf: (number: number) => readonly Span[],
): readonly FamilyMatch[] {
  const found = members.flatMap(({ kind, number }) => spansOf(number).map(({ start, end }) => ({ start, end, kind })));
  let end = 0;
  return found.sort(compareSpans).filter((match) => {
    const isFree = match.start >= end;
    if (isFree) end = match.end;
    return isFree;
  });
}
