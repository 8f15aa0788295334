import type { Library } from '../../library/types';

/** What of the library has a page of its own. */
export const entryKinds = ['guideline', 'chapter', 'topic', 'drug', 'drug-class', 'treatment'] as const;

export type EntryKind = (typeof entryKinds)[number];
export type PageKind = EntryKind | 'rule';

/** An entry of the library, or a rule by its code. */
export interface PageId {
  readonly kind: PageKind;
  readonly id: string;
}

/** `drug/tramadol`; ids may hold slashes themselves (`topic/odg-pain/zolpidem`). */
export function pathOf({ kind, id }: PageId): string {
  return `${kind}/${id}`;
}

/** Reads what `pathOf` writes; undefined for anything else. Whether the entry is there is not asked. */
export function pageAt(path: string): PageId | undefined {
  const slash = path.indexOf('/');
  const kind = [...entryKinds, 'rule' as const].find((each) => each === path.slice(0, slash));
  const id = path.slice(slash + 1);
  return kind === undefined || id === '' ? undefined : { kind, id };
}

/** The page of a topic, chapter or guideline, whichever bears the id. */
export function guidancePage(library: Library, id: string): PageId | undefined {
  if (library.topic(id)) return { kind: 'topic', id };
  if (library.chapter(id)) return { kind: 'chapter', id };
  return library.guideline(id) ? { kind: 'guideline', id } : undefined;
}

export function isSamePage(a: PageId, b: PageId): boolean {
  return a.kind === b.kind && a.id === b.id;
}
