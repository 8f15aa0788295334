import type { Ask } from '../../analysis/fact';
import { dateOfRequest } from '../../analysis/request-date';
import type { GuidelineEntry } from '../../library/entries';
import { editionFor, guidelineNotes, inForceLines, officialLines, publisherLine } from '../facts/guideline';
import { pathOf } from '../pages/page-id';
import { namedAt } from '../target';
import { type Card, type CardProvider, listPart } from './card';

/** Over a guideline that prose names: what it is and when it was in force. */
export const guidelineCard: CardProvider = ({ ask, offset }) => {
  const named = namedAt(ask, offset, 'guideline');
  if (!named?.thing.match.sure) return undefined;
  const guideline = guidelineMeant(ask, named.ids);
  return guideline && { span: named.thing.span, card: cardOf(ask, guideline) };
};

/** Of editions that share a name, the one in force when treatment was requested. */
export function guidelineMeant(ask: Ask, ids: readonly string[]): GuidelineEntry | undefined {
  const guidelines = ids.flatMap((id) => ask.library.guideline(id) ?? []);
  const [first] = guidelines;
  const requestDate = ask(dateOfRequest);
  if (guidelines.length < 2 || !requestDate) return first;
  const current = ask.library.editionInForce(first?.family ?? '', requestDate.iso)?.guideline;
  return guidelines.find((each) => each === current) ?? first;
}

function cardOf(ask: Ask, guideline: GuidelineEntry): Card {
  return {
    title: guideline.title,
    page: pathOf({ kind: 'guideline', id: guideline.id }),
    parts: listPart(undefined, [
      publisherLine(guideline),
      ...inForceLines(ask, editionFor(ask, guideline)),
      ...guidelineNotes(guideline),
      ...officialLines(guideline),
    ]),
  };
}
