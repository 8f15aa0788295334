import type { Named } from './entries';
import type { Entries } from './merge-packs';
import { matchNames } from './name-matcher';
import type { NameSpec, NameTree } from './name-tree';
import { nameTree } from './name-tree';
import { tokensOf } from './tokens';
import type { NameKind } from './types';

/** The tree of every name that may be met in prose. Names that count only inside a citation are left out. */
export function proseNames(entries: Entries): NameTree {
  const specs = [...drugNames(entries), ...otherNames(entries)];
  const topics = topicNames(entries, nameTree(specs));
  return nameTree([...specs, ...topics]);
}

function drugNames({ drugs }: Entries): NameSpec[] {
  const specs: NameSpec[] = [];
  for (const drug of drugs.values()) {
    const special = new Set([...(drug.exactNames ?? []), ...(drug.weakNames ?? [])]);
    const brands = new Set(drug.brands ?? []);
    const plain = (names: readonly string[]): string[] => names.filter((name) => !special.has(name));
    const brandNames = { names: plain(drug.brands ?? []), exactNames: drug.exactNames?.filter((n) => brands.has(n)) };
    addNames(specs, 'brand', drug.id, brandNames);
    addNames(specs, 'generic', drug.id, {
      names: plain([drug.generic, ...(drug.names ?? [])]),
      exactNames: drug.exactNames?.filter((name) => !brands.has(name)),
      weakNames: drug.weakNames,
    });
  }
  return specs;
}

function otherNames(entries: Entries): NameSpec[] {
  const specs: NameSpec[] = [];
  for (const entry of entries.treatments.values()) addNames(specs, 'treatment', entry.id, entry, entry.name);
  for (const entry of entries.drugClasses.values()) addNames(specs, 'drug-class', entry.id, entry, entry.name);
  for (const entry of entries.bodyParts.values()) addNames(specs, 'body-part', entry.id, entry);
  for (const entry of entries.abbreviations.values())
    addNames(specs, 'abbreviation', entry.id, entry, entry.abbreviation);
  for (const entry of entries.guidelines.values()) {
    const cited = entry.citedTitle && entry.year ? `${entry.citedTitle} ${entry.year}` : entry.title;
    for (const name of [entry.title, cited]) addNames(specs, 'guideline', entry.id, {}, name);
    addNames(specs, 'guideline', entry.id, entry);
  }
  return specs;
}

/** Titles of topics of two words or more that name no drug or treatment: `Weaning of medications`, not `Baclofen (Lioresal)`. */
function topicNames(entries: Entries, known: NameTree): NameSpec[] {
  const specs: NameSpec[] = [];
  for (const { id, title } of entries.topics.values()) {
    const words = tokensOf(title).filter((token) => /\p{L}/u.test(token)).length;
    const taken = matchNames(known, title).some(
      (match) => match.kind !== 'drug-class' && match.kind !== 'abbreviation',
    );
    if (words > 1 && !taken) addNames(specs, 'topic', id, words > 2 ? { names: [title] } : { weakNames: [title] });
  }
  return specs;
}

function addNames(specs: NameSpec[], kind: NameKind, id: string, named: Named, first?: string): void {
  const ref = { kind, id };
  const add = (name: string, exact: boolean, sure: boolean): void => {
    for (const spelling of spellings(name))
      specs.push({ name: spelling, ref, exact: exact || isAbbreviation(spelling), sure });
  };
  const special = new Set([...(named.exactNames ?? []), ...(named.weakNames ?? []), ...(named.citationNames ?? [])]);
  if (first !== undefined && !special.has(first)) add(first, false, true);
  for (const name of named.names ?? []) if (name !== first && !special.has(name)) add(name, false, true);
  for (const name of named.exactNames ?? []) add(name, true, true);
  for (const name of named.weakNames ?? []) add(name, false, false);
}

/** Two to five capitals in a row, alone: their case counts (`MED`, `PT`), or every "med" would be a dose. */
export function isAbbreviation(name: string): boolean {
  return /^[A-Z]{2,5}$/.test(name);
}

/** A title with commas is also written without them, or without the one before "and". */
function spellings(name: string): readonly string[] {
  if (!name.includes(',')) return [name];
  return [...new Set([name, name.replaceAll(', and ', ' and ').replaceAll(', & ', ' & '), name.replaceAll(',', '')])];
}
