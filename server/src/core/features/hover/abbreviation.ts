import type { Ask } from '../../analysis/fact';
import { capitalize, sentence } from '../facts/words';
import { type PageKind, pathOf } from '../pages/page-id';
import { type NamedTarget, namedAt } from '../target';
import { type Card, type CardProvider, type Line, listPart } from './card';

/** Over an abbreviation: what it means, and what it means here. */
export const abbreviationCard: CardProvider = ({ ask, offset }) => {
  const named = namedAt(ask, offset, 'abbreviation');
  return named && { span: named.thing.span, card: cardOf(ask, named.thing, named.ids) };
};

function cardOf({ library }: Ask, thing: NamedTarget, ids: readonly string[]): Card {
  const meanings = library.abbreviations
    .filter(({ id }) => ids.includes(id))
    .map(({ meaning, explanation }): Line => {
      const words = { strong: capitalize(meaning) };
      return explanation ? [words, `. ${sentence(explanation)}`] : [words];
    });
  const [only] = meanings;
  return {
    title: thing.match.name,
    parts: [...(only && meanings.length === 1 ? [{ paragraph: only }] : listPart('It may mean', meanings))],
    ...cardPage(thing),
  };
}

const pageOfKind: Partial<Record<string, PageKind>> = {
  guideline: 'guideline',
  'drug-class': 'drug-class',
  treatment: 'treatment',
};

/** The card of what bears the abbreviation as a name. */
function cardPage({ match }: NamedTarget): Pick<Card, 'page'> {
  const [page] = match.refs.flatMap(({ kind, id }) => (pageOfKind[kind] ? [{ kind: pageOfKind[kind], id }] : []));
  return page ? { page: pathOf(page) } : {};
}
