import { addTo } from '../text/groups';
import { once } from '../text/once';
import type { AbbreviationEntry, DrugEntry, Named, TreatmentEntry } from './entries';
import type { Entries } from './merge-packs';
import { titleKey } from './tokens';

/** Entries by any name, case and punctuation aside. Each index is built when it is first asked. */
export interface NameIndex {
  findDrugs(name: string): readonly DrugEntry[];
  findTreatments(name: string): readonly TreatmentEntry[];
  findAbbreviations(text: string): readonly AbbreviationEntry[];
}

export function indexNames(entries: Entries): NameIndex {
  return {
    findDrugs: byName(entries.drugs, (drug) => [drug.generic, ...(drug.brands ?? []), ...namesOf(drug)]),
    findTreatments: byName(entries.treatments, (treatment) => [treatment.name, ...namesOf(treatment)]),
    findAbbreviations: byName(entries.abbreviations, (entry) => [entry.abbreviation, ...namesOf(entry)]),
  };
}

function namesOf({ names = [], exactNames = [], weakNames = [], citationNames = [] }: Named): readonly string[] {
  return [...names, ...exactNames, ...weakNames, ...citationNames];
}

function byName<T>(entries: Map<string, T>, names: (entry: T) => readonly string[]): (name: string) => readonly T[] {
  const index = once(() => buildIndex(entries, names));
  return (name) => {
    const key = titleKey(name);
    return index().get(key) ?? (key.endsWith('s') ? index().get(key.slice(0, -1)) : undefined) ?? [];
  };
}

function buildIndex<T>(entries: Map<string, T>, names: (entry: T) => readonly string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const entry of entries.values()) {
    for (const key of new Set(names(entry).map(titleKey))) addTo(index, key, entry);
  }
  return index;
}
