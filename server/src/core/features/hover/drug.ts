import type { Ask } from '../../analysis/fact';
import { dateOfRequest } from '../../analysis/request-date';
import { subjectOf } from '../../analysis/subjects';
import type { DrugEntry } from '../../library/entries';
import type { NameMatch } from '../../library/types';
import { drugLines, drugTitle } from '../facts/drug';
import { guidanceLines } from '../facts/guidance';
import { sourceLines } from '../facts/sources';
import { doubtAbout } from '../facts/words';
import { pathOf } from '../pages/page-id';
import { type NamedTarget, namedAt } from '../target';
import { type Card, type CardProvider, type Line, listPart } from './card';
import { sharedNameCard, unsurePart } from './shared-name';

/** Over a drug by any of its names: what it is, what held at the letter's date, what guidelines say of it. */
export const drugCard: CardProvider = ({ ask, offset }) => {
  const named = namedAt(ask, offset, 'drug', 'brand', 'generic');
  const drugs = named ? drugsMeant(ask, named.thing, named.ids) : [];
  const [drug] = drugs;
  if (!named || !drug) return undefined;
  const { span, match } = named.thing;
  return { span, card: drugs.length > 1 ? severalCard(ask, match, drugs) : cardOf(ask, drug, named.thing) };
};

/** The drugs a name stands for; where it is several, those of the block's item among them. */
export function drugsMeant(ask: Ask, { block }: NamedTarget, ids: readonly string[]): DrugEntry[] {
  const drugs = ids.flatMap((id) => ask.library.drug(id) ?? []);
  const own = block ? ask(subjectOf, block).drugs : [];
  const asked = drugs.filter((drug) => own.includes(drug));
  return asked.length > 0 ? asked : drugs;
}

function cardOf(ask: Ask, drug: DrugEntry, { text, match }: NamedTarget): Card {
  const { library } = ask;
  const requestDate = ask(dateOfRequest);
  const guidance = guidanceLines(library, library.guidanceFor(drug), 3, requestDate);
  return {
    title: drugTitle(drug, text),
    page: pathOf({ kind: 'drug', id: drug.id }),
    parts: [
      ...unsurePart(match),
      ...listPart(undefined, drugLines(library, drug, 8, ask)),
      ...listPart(`Guideline topics${doubtAbout(drug, 'guidance')}`, guidance),
      ...listPart(undefined, sourceLines(library, drug, 1)),
    ],
  };
}

function severalCard({ library }: Ask, match: NameMatch, drugs: readonly DrugEntry[]): Card {
  const lines = drugs.map((drug): Line => {
    const [own] = library.classesOf(drug);
    const words = [own?.name, drug.classDetail, drug.strengths?.slice(0, 3).join(', ')].filter(Boolean).join('; ');
    return [{ text: drug.generic, page: pathOf({ kind: 'drug', id: drug.id }) }, words === '' ? '' : `: ${words}`];
  });
  return sharedNameCard(library, match, lines);
}
