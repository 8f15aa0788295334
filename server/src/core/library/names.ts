import type { DrugEntry, GuidelineKind, Named } from './entries';
import type { Entries } from './merge-packs';
import { matchNames } from './name-matcher';
import { createNameTree, type NameTree } from './name-tree';
import type { NameKind, Topic } from './types';

/** The tree of every name that may be met in prose. Names that count only inside a citation are left out. */
export function proseNames(entries: Entries): NameTree {
  const tree = createNameTree();
  for (const drug of entries.drugs.values()) addDrug(tree, drug);
  for (const entry of entries.treatments.values()) addNames(tree, 'treatment', entry.id, entry, [entry.name]);
  for (const entry of entries.drugClasses.values()) addNames(tree, 'drug-class', entry.id, entry, [entry.name]);
  for (const entry of entries.bodyParts.values()) addNames(tree, 'body-part', entry.id, entry);
  for (const entry of entries.abbreviations.values()) {
    addNames(tree, 'abbreviation', entry.id, entry, [entry.abbreviation]);
  }
  for (const entry of entries.guidelines.values()) {
    const { title, citedTitle, year } = entry;
    addNames(tree, 'guideline', entry.id, entry, citedTitle && year ? [title, `${citedTitle} ${year}`] : [title]);
  }
  for (const topic of entries.topics.values()) addTopic(tree, topic, entries.guidelines.get(topic.guideline)?.kind);
  return tree;
}

function addDrug(tree: NameTree, drug: DrugEntry): void {
  const { id, generic, brands = [], names = [], exactNames = [], weakNames = [] } = drug;
  const isBrand = (name: string): boolean => brands.includes(name);
  addNames(tree, 'brand', id, { exactNames: exactNames.filter(isBrand), weakNames: weakNames.filter(isBrand) }, brands);
  const others = (list: readonly string[]): readonly string[] =>
    brands.length > 0 ? list.filter((name) => !isBrand(name)) : list;
  addNames(tree, 'generic', id, { names, exactNames: others(exactNames), weakNames: others(weakNames) }, [generic]);
}

/**
 * Titles of two words or more, always unsure ("return to work"), that name no drug or treatment: `Weaning of medications`, not `Baclofen (Lioresal)`.
 * Only those of the MTUS supplements: section headings of ACOEM and ODG ("Special Studies", "Office visits") are everyday words.
 */
function addTopic(tree: NameTree, { id, title }: Topic, kind: GuidelineKind | undefined): void {
  if (kind !== 'mtus-supplement' || !title.includes(' ') || title.includes('(')) return;
  if (matchNames(tree, title).some((match) => !isOpenKind(match.kind))) return;
  addNames(tree, 'topic', id, { weakNames: [title] });
}

/** Kinds whose names a topic's title may hold. */
function isOpenKind(kind: NameKind): boolean {
  return kind === 'drug-class' || kind === 'abbreviation' || kind === 'topic';
}

/** Adds `first` and all names of an entry; a name that stands in a stricter list as well is taken from there. */
function addNames(tree: NameTree, kind: NameKind, id: string, named: Named, first: readonly string[] = []): void {
  const { names = [], exactNames = [], weakNames = [], citationNames = [] } = named;
  const ref = { kind, id };
  const add = (name: string, exact: boolean, sure: boolean): void => {
    for (const spelling of spellings(name))
      tree.add({ name: spelling, ref, exact: exact || isAbbreviation(spelling), sure });
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
