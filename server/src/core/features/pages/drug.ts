import type { Library } from '../../library/types';
import { elementLines } from '../facts/criteria';
import { drugLines } from '../facts/drug';
import { classGuidance, drugClassLines } from '../facts/drug-class';
import { guidanceLines } from '../facts/guidance';
import { sourceLines } from '../facts/sources';
import { capitalize, doubtAbout, sentence } from '../facts/words';
import { type Card, lineOf, listPart } from '../hover/card';

/** Long enough for every list of the packs. */
const all = 200;

export function drugPage(library: Library, id: string): Card | undefined {
  const drug = library.drug(id);
  if (!drug) return undefined;
  const { generic, names = [], dwcCategory, note } = drug;
  const rationaleClass =
    drug.rationaleClass ?? library.classesOf(drug).find((each) => each.rationaleClass)?.rationaleClass;
  return {
    title: capitalize(generic),
    parts: [
      ...listPart(undefined, [
        ...drugLines(library, drug, all),
        ...(names.length > 0 ? lineOf({ strong: 'Also called:' }, ` ${names.join('; ')}`) : []),
        ...(dwcCategory ? lineOf({ strong: 'Category:' }, ` ${dwcCategory}${doubtAbout(drug, 'dwcCategory')}`) : []),
        ...(note ? lineOf({ strong: 'Note:' }, ` ${sentence(note)}`) : []),
      ]),
      ...listPart(
        `Guideline topics${doubtAbout(drug, 'guidance')}`,
        guidanceLines(library, library.guidanceFor(drug), all),
      ),
      ...listPart('What a rationale on it addresses', elementLines(library, rationaleClass)),
      ...listPart('Sources', sourceLines(library, drug, 20)),
    ],
  };
}

export function drugClassPage(library: Library, id: string): Card | undefined {
  const drugClass = library.drugClass(id);
  if (!drugClass) return undefined;
  return {
    title: capitalize(drugClass.name),
    parts: [
      ...listPart(undefined, drugClassLines(library, drugClass, all)),
      ...listPart(
        `Guideline topics${doubtAbout(drugClass, 'guidance')}`,
        guidanceLines(library, classGuidance(library, drugClass), all),
      ),
      ...listPart('What a rationale on it addresses', elementLines(library, drugClass.rationaleClass)),
      ...listPart('Sources', sourceLines(library, drugClass, 20)),
    ],
  };
}
