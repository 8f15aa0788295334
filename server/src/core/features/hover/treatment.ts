import type { Ask } from '../../analysis/fact';
import { dateOfRequest } from '../../analysis/request-date';
import { subjectOf } from '../../analysis/subjects';
import type { TreatmentEntry } from '../../library/entries';
import type { NameMatch } from '../../library/types';
import { guidanceLines } from '../facts/guidance';
import { sourceLines } from '../facts/sources';
import { treatmentLines } from '../facts/treatment';
import { capitalize, doubtAbout } from '../facts/words';
import { pathOf } from '../pages/page-id';
import { type NamedTarget, namedAt } from '../target';
import { type Card, type CardProvider, type Line, listPart } from './card';
import { sharedNameCard, unsurePart } from './shared-name';

/** Over a treatment: its category, what it is asked to show, what guidelines say of it. */
export const treatmentCard: CardProvider = ({ ask, offset }) => {
  const named = namedAt(ask, offset, 'treatment');
  const treatments = named ? treatmentsMeant(ask, named.thing, named.ids) : [];
  const [treatment] = treatments;
  if (!named || !treatment) return undefined;
  const { library } = ask;
  const { span, match } = named.thing;
  const lines = treatments.map(({ id, name }): Line => [{ text: name, page: pathOf({ kind: 'treatment', id }) }]);
  const card = treatments.length > 1 ? sharedNameCard(library, match, lines) : cardOf(ask, treatment, match);
  return { span, card };
};

/** Where a name stands for several (`MRI`), those of the block's item among them. */
export function treatmentsMeant(ask: Ask, { block }: NamedTarget, ids: readonly string[]): TreatmentEntry[] {
  const treatments = ids.flatMap((id) => ask.library.treatment(id) ?? []);
  const own = block ? ask(subjectOf, block).treatments : [];
  const asked = treatments.filter((treatment) => own.includes(treatment));
  return asked.length > 0 ? asked : treatments;
}

function cardOf(ask: Ask, treatment: TreatmentEntry, match: NameMatch): Card {
  return {
    title: capitalize(treatment.name),
    page: pathOf({ kind: 'treatment', id: treatment.id }),
    parts: [
      ...unsurePart(match),
      ...listPart(undefined, treatmentLines(ask.library, treatment)),
      ...listPart(
        `Guideline topics${doubtAbout(treatment, 'guidance')}`,
        guidanceLines(ask.library, ask.library.guidanceFor(treatment), 3, ask(dateOfRequest)),
      ),
      ...listPart(undefined, sourceLines(ask.library, treatment, 1)),
    ],
  };
}
