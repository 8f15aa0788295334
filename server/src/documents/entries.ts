import { type Card, type Library, lookUp, type NameRef, type PageId, pageAt, pageCards, pathOf } from '../core/index';

/** An entry of the library. */
export interface Entry {
  /** `drug/tramadol`: the term that finds only this entry. */
  readonly path: string;
  readonly card: Card;
}

/**
 * Finds the entries for a term, the best first: the path of an entry, a name, names in a longer text (`Norco 10/325mg #60`), or
 * titles that contain the term. Empty if nothing matches.
 */
export function findEntries(library: Library, term: string): readonly Entry[] {
  const page = pageAt(term.trim());
  const byPath = page ? entriesOf(library, [page]) : abbreviations(library, ({ id }) => `abbreviation/${id}` === term);
  if (byPath.length > 0) return byPath;
  const meanings = library.findAbbreviations(term);
  const found = [
    ...abbreviations(library, (entry) => meanings.includes(entry)),
    ...entriesOf(library, lookUp(library, term)),
  ];
  return found.length > 0 ? found : entriesOf(library, pagesNamedIn(library, term));
}

function entriesOf(library: Library, pages: readonly PageId[]): Entry[] {
  return pageCards(library, pages).map(({ page, card }) => ({ path: pathOf(page), card }));
}

function pagesNamedIn(library: Library, text: string): PageId[] {
  const refs = library.matchNames(text).flatMap((match) => match.refs);
  const paths = new Set(refs.map(pathOfRef));
  return [...paths].flatMap((path) => pageAt(path) ?? []);
}

function pathOfRef({ kind, id }: NameRef): string {
  return kind === 'brand' || kind === 'generic' ? `drug/${id}` : `${kind}/${id}`;
}

/** Entries without a page of their own. */
function abbreviations(library: Library, isWanted: (entry: Library['abbreviations'][number]) => boolean): Entry[] {
  return library.abbreviations.filter(isWanted).map(({ id, abbreviation, meaning, explanation }) => ({
    path: `abbreviation/${id}`,
    card: {
      title: `${abbreviation}: ${meaning}`,
      parts: explanation ? [{ paragraph: [explanation] }] : [],
    },
  }));
}
