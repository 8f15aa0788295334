import { titleKey } from '../../library/tokens';
import type { Library } from '../../library/types';
import type { PageId } from './page-id';

/**
 * The entries that a term stands for, by any of their names, an id or a section number: drugs and their classes, treatments,
 * guidelines, chapters, topics. What bears the term as its name comes before what only holds it. Empty where nothing fits.
 */
export function lookUp(library: Library, term: string): readonly PageId[] {
  const key = titleKey(term);
  if (key === '') return [];
  const named = namedEntries(library, term, key);
  return named.length > 0 ? named : entriesWith(library, key);
}

function namedEntries(library: Library, term: string, key: string): PageId[] {
  const guideline = library.findGuideline(term);
  const is = (...names: readonly (string | undefined)[]): boolean =>
    names.some((name) => name !== undefined && titleKey(name) === key);
  return [
    ...library.findDrugs(term).map(({ id }): PageId => ({ kind: 'drug', id })),
    ...library.findTreatments(term).map(({ id }): PageId => ({ kind: 'treatment', id })),
    ...library.drugClasses
      .filter(({ id, name, names = [] }) => is(id, name, ...names))
      .map(({ id }): PageId => ({ kind: 'drug-class', id })),
    ...(guideline ? [{ kind: 'guideline' as const, id: guideline.id }] : []),
    ...library.guidelines
      .filter(({ id }) => id !== guideline?.id && is(id))
      .map(({ id }): PageId => ({ kind: 'guideline', id })),
    ...library.chapters
      .filter(({ id, title, names = [] }) => is(id, title, ...names))
      .map(({ id }): PageId => ({ kind: 'chapter', id })),
    ...library.topics
      .filter(({ id, title, number, aliases = [] }) => is(id, title, number, ...aliases))
      .map(({ id }): PageId => ({ kind: 'topic', id })),
  ];
}

/** Titles that hold the term from the start of a word. */
function entriesWith(library: Library, key: string): PageId[] {
  const holds = (title: string): boolean => ` ${titleKey(title)}`.includes(` ${key}`);
  const pick = <T extends { readonly id: string }>(
    kind: PageId['kind'],
    entries: readonly T[],
    title: (entry: T) => string,
  ): PageId[] => entries.filter((entry) => holds(title(entry))).map(({ id }) => ({ kind, id }));
  return [
    ...pick('drug', library.drugs, ({ generic }) => generic),
    ...pick('treatment', library.treatments, ({ name }) => name),
    ...pick('drug-class', library.drugClasses, ({ name }) => name),
    ...pick('guideline', library.guidelines, ({ title }) => title),
    ...pick('chapter', library.chapters, ({ title }) => title),
    ...pick('topic', library.topics, ({ title }) => title),
  ];
}
