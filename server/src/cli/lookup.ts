import { type Card, type Library, type NameRef, type PageId, pageCard, pathOf } from '../core/index';

/** Something that can be looked up. */
export interface Entry {
  /** `drug/tramadol`; what to ask for to get this one only. */
  readonly path: string;
  readonly title: string;
  card(): Card | undefined;
}

interface NamedEntry extends Entry {
  readonly names: readonly string[];
}

/**
 * What a term stands for, the best first: the path of an entry; a name, as it is; names that a longer text holds
 * (`Norco 10/325mg #60`); names that the term is a part of. Empty where nothing is known.
 */
export function findEntries(library: Library, term: string): readonly Entry[] {
  const entries = allEntries(library);
  const wanted = bare(term);
  const byPath = entries.filter(({ path }) => path.toLowerCase() === term.trim().toLowerCase());
  if (byPath.length > 0) return byPath;
  const exact = entries.filter(({ names }) => names.some((name) => bare(name) === wanted));
  if (exact.length > 0) return exact;
  const paths = new Set(library.matchNames(term).flatMap(({ refs }) => refs.map(pathOfRef)));
  const held = entries.filter(({ path }) => paths.has(path));
  if (held.length > 0 || wanted === '') return held;
  return entries.filter(({ names }) => names.some((name) => ` ${bare(name)} `.includes(` ${wanted}`)));
}

/** Letters, digits and single spaces. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function pathOfRef({ kind, id }: NameRef): string {
  return kind === 'brand' || kind === 'generic' ? `drug/${id}` : `${kind}/${id}`;
}

function allEntries(library: Library): NamedEntry[] {
  const page = (id: PageId, title: string, names: readonly (string | undefined)[]): NamedEntry => ({
    path: pathOf(id),
    title,
    names: [title, ...names.flatMap((name) => name ?? [])],
    card: () => pageCard(library, id),
  });
  return [
    ...library.drugs.map(({ id, generic, brands = [], names = [] }) =>
      page({ kind: 'drug', id }, generic, [...brands, ...names]),
    ),
    ...library.treatments.map(({ id, name, names = [] }) => page({ kind: 'treatment', id }, name, names)),
    ...library.drugClasses.map(({ id, name, names = [] }) => page({ kind: 'drug-class', id }, name, names)),
    ...library.guidelines.map(({ id, title, citedTitle, year, names = [], citationNames = [] }) =>
      page({ kind: 'guideline', id }, title, [
        citedTitle,
        citedTitle && year ? `${citedTitle} ${year}` : undefined,
        ...names,
        ...citationNames,
      ]),
    ),
    ...library.chapters.map(({ id, title, names = [] }) => page({ kind: 'chapter', id }, title, names)),
    ...library.topics.map(({ id, title, number, aliases = [] }) =>
      page({ kind: 'topic', id }, title, [number, ...aliases]),
    ),
    ...library.abbreviations.map(({ id, abbreviation, meaning, explanation, names = [] }) => ({
      path: `abbreviation/${id}`,
      title: `${abbreviation}: ${meaning}`,
      names: [abbreviation, meaning, ...names],
      card: () => ({ title: `${abbreviation}: ${meaning}`, parts: explanation ? [{ paragraph: [explanation] }] : [] }),
    })),
  ];
}
