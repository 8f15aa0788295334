import type { DrugEntry, GuidelineEntry, GuidelineKind, Named } from './entries';
import type { Entries } from './merge-packs';
import type { NameSpec } from './name-tree';
import type { NameKind, Topic } from './types';

/** Takes names in, one by one. */
interface Sink {
  add(spec: NameSpec): void;
}

/** Gives all names of one entry; the same ones in the same order at each call. */
export type NamedEntry = (names: Sink) => void;

export interface NamedEntries {
  readonly entries: readonly NamedEntry[];
  /** Titles that count as names only where they name nothing else. */
  readonly topics: readonly { readonly title: string; readonly add: NamedEntry }[];
}

/** Whatever has names that may be met in prose, in a fixed order. Names that count only inside a citation are left out. */
export function namedEntries(entries: Entries): NamedEntries {
  const { drugs, treatments, drugClasses, bodyParts, abbreviations, guidelines, topics } = entries;
  return {
    entries: [
      ...named(drugs, addDrug),
      ...named(treatments, (names, entry) => addNames(names, 'treatment', entry.id, entry, [entry.name])),
      ...named(drugClasses, (names, entry) => addNames(names, 'drug-class', entry.id, entry, [entry.name])),
      ...named(bodyParts, (names, entry) => addNames(names, 'body-part', entry.id, entry)),
      ...named(abbreviations, (names, entry) => addNames(names, 'abbreviation', entry.id, entry, [entry.abbreviation])),
      ...named(guidelines, (names, entry) => addNames(names, 'guideline', entry.id, entry, titlesOf(entry))),
    ],
    topics: [...topics.values()]
      .filter((topic) => isNamingTopic(topic, guidelines.get(topic.guideline)?.kind))
      .map(({ id, title }) => ({ title, add: (names) => addNames(names, 'topic', id, { weakNames: [title] }) })),
  };
}

function named<T>(entries: ReadonlyMap<string, T>, add: (names: Sink, entry: T) => void): NamedEntry[] {
  return [...entries.values()].map((entry) => (names) => add(names, entry));
}

function titlesOf({ title, citedTitle, year }: GuidelineEntry): readonly string[] {
  return citedTitle && year ? [title, `${citedTitle} ${year}`] : [title];
}

function addDrug(sink: Sink, drug: DrugEntry): void {
  const { id, generic, brands = [], names = [], exactNames = [], weakNames = [] } = drug;
  const isBrand = (name: string): boolean => brands.includes(name);
  addNames(sink, 'brand', id, { exactNames: exactNames.filter(isBrand), weakNames: weakNames.filter(isBrand) }, brands);
  const others = (list: readonly string[]): readonly string[] =>
    brands.length > 0 ? list.filter((name) => !isBrand(name)) : list;
  addNames(sink, 'generic', id, { names, exactNames: others(exactNames), weakNames: others(weakNames) }, [generic]);
}

/**
 * Titles of two words or more, always unsure ("return to work"). Only those of the MTUS supplements: section headings of ACOEM and
 * ODG ("Special Studies", "Office visits") are everyday words.
 */
function isNamingTopic({ title }: Topic, kind: GuidelineKind | undefined): boolean {
  return kind === 'mtus-supplement' && title.includes(' ') && !title.includes('(');
}

/** Adds `first` and all names of an entry; a name that stands in a stricter list as well is taken from there. */
function addNames(sink: Sink, kind: NameKind, id: string, named: Named, first: readonly string[] = []): void {
  const { names = [], exactNames = [], weakNames = [], citationNames = [] } = named;
  const ref = { kind, id };
  const add = (name: string, exact: boolean, sure: boolean): void => {
    for (const spelling of spellings(name))
      sink.add({ name: spelling, ref, exact: exact || isAbbreviation(spelling), sure });
  };
  const isPlain = (name: string): boolean =>
    !exactNames.includes(name) && !weakNames.includes(name) && !citationNames.includes(name);
  for (const name of first) if (isPlain(name)) add(name, false, true);
  for (const name of names) if (isPlain(name)) add(name, false, true);
  for (const name of exactNames) add(name, true, !weakNames.includes(name));
  for (const name of weakNames) add(name, false, false);
}

/** Two to five capitals in a row, alone: their case counts (`MED`, `PT`), or every "med" would be a dose. */
export function isAbbreviation(name: string): boolean {
  return /^[A-Z]{2,5}$/.test(name);
}

/** A title with commas is also written without them, or without the one before "and". */
export function spellings(name: string): readonly string[] {
  if (!name.includes(',')) return [name];
  return [...new Set([name, name.replaceAll(', and ', ' and ').replaceAll(', & ', ' & '), name.replaceAll(',', '')])];
}
