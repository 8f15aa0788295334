import type { DrugClassEntry } from '../../library/entries';
import type { Library } from '../../library/types';
import { type Inline, type Line, lineOf } from '../hover/card';
import { pathOf } from '../pages/page-id';
import { cut } from './words';

/** The classes around it, and the drugs of it and of the classes below, at most `most`. */
export function drugClassLines(library: Library, drugClass: DrugClassEntry, most: number): Line[] {
  const parent = drugClass.parent === undefined ? undefined : library.drugClass(drugClass.parent);
  const drugs = library.drugs.filter((drug) => library.classesOf(drug).includes(drugClass));
  const { shown, more } = cut(drugs, most);
  const links = shown.flatMap((drug, i): Inline[] => [
    ...(i === 0 ? [] : [', ']),
    { text: drug.generic, page: pathOf({ kind: 'drug', id: drug.id }) },
  ]);
  return [
    ...(parent ? [[{ strong: 'Part of:' }, ' ', drugClassLink(parent)]] : []),
    ...(links.length > 0 ? [[{ strong: 'Drugs:' }, ' ', ...links, more > 0 ? ` and ${more} more` : '']] : []),
    ...(drugs.some(({ weaningCaution }) => weaningCaution)
      ? lineOf({ strong: 'Weaning:' }, ' stopping some of them abruptly is hazardous; see the card of each drug')
      : []),
  ];
}

export function drugClassLink({ id, name }: DrugClassEntry): Inline {
  return { text: name, page: pathOf({ kind: 'drug-class', id }) };
}

/** Guideline topics for the class: its own and those about it. */
export function classGuidance(library: Library, drugClass: DrugClassEntry): readonly string[] {
  const own = (drugClass.guidance ?? []).map((reference) => (typeof reference === 'string' ? reference : reference.to));
  const about = library.topics.filter((topic) => topic.drugClass === drugClass.id).map(({ id }) => id);
  return [...new Set([...own, ...about])];
}
