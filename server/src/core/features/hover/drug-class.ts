import type { LetterAnalysis } from '../../analysis/analysis';
import type { DrugClassEntry } from '../../library/entries';
import { classGuidance, drugClassLines } from '../facts/drug-class';
import { guidanceLines } from '../facts/guidance';
import { capitalize, doubtAbout } from '../facts/words';
import { pathOf } from '../pages/page-id';
import { namedAt } from '../things';
import { type Card, type CardProvider, listPart } from './card';

/** Over a class of drugs: which drugs, which guideline topics. */
export const drugClassCard: CardProvider = ({ analysis, offset }) => {
  const named = namedAt(analysis, offset, 'drug-class');
  const drugClass = named && analysis.library.drugClass(named.ids[0] ?? '');
  return drugClass && { span: named.thing.span, card: cardOf(analysis, drugClass) };
};

function cardOf({ library, requestDate }: LetterAnalysis, drugClass: DrugClassEntry): Card {
  const guidance = guidanceLines(library, classGuidance(library, drugClass), 3, requestDate);
  return {
    title: capitalize(drugClass.name),
    page: pathOf({ kind: 'drug-class', id: drugClass.id }),
    parts: [
      ...listPart(undefined, drugClassLines(library, drugClass, 10)),
      ...listPart(`Guideline topics${doubtAbout(drugClass, 'guidance')}`, guidance),
    ],
  };
}
