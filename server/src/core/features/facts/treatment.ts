import type { TreatmentEntry } from '../../library/entries';
import type { Library } from '../../library/types';
import { type Line, lineOf } from '../hover/card';
import { doubtAbout, enumerate, sentence } from './words';

/** What the library knows of a treatment, without its guideline topics. */
export function treatmentLines(library: Library, treatment: TreatmentEntry): Line[] {
  const { dwcCategory, bodyParts = [], note, rationaleClass } = treatment;
  const parts = bodyParts.flatMap((id) => library.bodyPart(id)?.name ?? []);
  const asked = rationaleClass === undefined ? undefined : library.rationaleClass(rationaleClass);
  return [
    ...(dwcCategory ? lineOf({ strong: 'Category:' }, ` ${dwcCategory}${doubtAbout(treatment, 'dwcCategory')}`) : []),
    ...(parts.length > 0 ? lineOf({ strong: 'Body part:' }, ` ${enumerate(parts)}`) : []),
    ...(note ? lineOf({ strong: 'What is asked for:' }, ` ${sentence(note)}${doubtAbout(treatment, 'note')}`) : []),
    ...(asked ? lineOf({ strong: 'Rationales of its class:' }, ` ${asked.name}`) : []),
  ];
}
