import type { Library } from '../../library/types';
import { elementLines } from '../facts/criteria';
import { guidanceLines } from '../facts/guidance';
import { sourceLines } from '../facts/sources';
import { treatmentLines } from '../facts/treatment';
import { capitalize, doubtAbout } from '../facts/words';
import { type Card, lineOf, listPart } from '../hover/card';

export function treatmentPage(library: Library, id: string): Card | undefined {
  const treatment = library.treatment(id);
  if (!treatment) return undefined;
  const { name, names = [], rationaleClass } = treatment;
  return {
    title: capitalize(name),
    parts: [
      ...listPart(undefined, [
        ...treatmentLines(library, treatment),
        ...(names.length > 0 ? lineOf({ strong: 'Also called:' }, ` ${names.join('; ')}`) : []),
      ]),
      ...listPart(
        `Guideline topics${doubtAbout(treatment, 'guidance')}`,
        guidanceLines(library, library.guidanceFor(treatment), 50),
      ),
      ...listPart('What a rationale on it addresses', elementLines(library, rationaleClass)),
      ...listPart('Sources', sourceLines(library, treatment, 20)),
    ],
  };
}
