import { type Criterion, offsetAt, pageAt, pageCard, placeCard, type SourceText, searchPages } from '../../core/index';
import {
  cardAt,
  cardOfPage,
  type FoundCard,
  findCards,
  type PlaceCard,
  type PlainCard,
  type PlainCriterion,
} from '../../protocol/cards';
import { onRequest } from '../../protocol/messages';
import { toRange } from '../convert';
import { answer, type Session } from '../session';

/** More than a list beside a letter can show at once. */
const mostFound = 30;

/** Serves cards for the panel beside an open letter, when the panel is visible. */
export function handleCards(session: Session): void {
  const { connection } = session;

  onRequest(connection, cardAt, ({ uri, position }, token) =>
    answer<PlaceCard | null>(session, 'card', uri, null, token, ({ ask, source }) => {
      const { card, page, block } = placeCard(ask, offsetAt(source, position));
      return {
        ...(card && { card }),
        ...(page !== undefined && { page }),
        ...(block && {
          block: { ...block, criteria: block.criteria.map((criterion) => toCriterion(criterion, source)) },
        }),
      };
    }),
  );

  onRequest(connection, cardOfPage, ({ uri, page }, token) =>
    answer<PlainCard | null>(session, 'card', uri, null, token, ({ ask }) => {
      const id = pageAt(page);
      return (id && pageCard(ask.library, id)) ?? null;
    }),
  );

  onRequest(connection, findCards, ({ uri, term }, token) =>
    answer<FoundCard[]>(session, 'search', uri, [], token, ({ ask }) => [...searchPages(ask.library, term, mostFound)]),
  );
}

function toCriterion({ span, ...criterion }: Criterion, source: SourceText): PlainCriterion {
  return { ...criterion, ...(span && { range: toRange(source, span) }) };
}
