import type { Ask } from '../../analysis/fact';
import { dateOfRequest } from '../../analysis/request-date';
import type { DrugClassEntry } from '../../library/entries';
import { classGuidance, drugClassLines } from '../facts/drug-class';
import { guidanceLines } from '../facts/guidance';
import { capitalize, doubtAbout } from '../facts/words';
import { pathOf } from '../pages/page-id';
import { namedAt } from '../target';
import { type Card, type CardProvider, listPart } from './card';

/** Over a class of drugs: which drugs, which guideline topics. */
export const drugClassCard: CardProvider = ({ ask, offset }) => {
  const named = namedAt(ask, offset, 'drug-class');
  const drugClass = named && ask.library.drugClass(named.ids[0] ?? '');
  return drugClass && { span: named.thing.span, card: cardOf(ask, drugClass) };
};

function cardOf(ask: Ask, drugClass: DrugClassEntry): Card {
  const guidance = guidanceLines(ask.library, classGuidance(ask.library, drugClass), 3, ask(dateOfRequest));
  return {
    title: capitalize(drugClass.name),
    page: pathOf({ kind: 'drug-class', id: drugClass.id }),
    parts: [
      ...listPart(undefined, drugClassLines(ask.library, drugClass, 10)),
      ...listPart(`Guideline topics${doubtAbout(drugClass, 'guidance')}`, guidance),
    ],
  };
}
