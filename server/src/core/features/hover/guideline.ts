import type { LetterAnalysis } from '../../analysis/analysis';
import type { GuidelineEntry } from '../../library/entries';
import { editionFor, guidelineNotes, inForceLines, officialLines, publisherLine } from '../facts/guideline';
import { pathOf } from '../pages/page-id';
import { namedAt } from '../things';
import { type Card, type CardProvider, listPart } from './card';

/** Over a guideline that prose names: what it is and when it was in force. */
export const guidelineCard: CardProvider = ({ analysis, offset }) => {
  const named = namedAt(analysis, offset, 'guideline');
  if (!named?.thing.match.sure) return undefined;
  const guideline = guidelineMeant(analysis, named.ids);
  return guideline && { span: named.thing.span, card: cardOf(analysis, guideline) };
};

/** Of editions that share a name, the one in force when treatment was requested. */
export function guidelineMeant(
  { library, requestDate }: LetterAnalysis,
  ids: readonly string[],
): GuidelineEntry | undefined {
  const guidelines = ids.flatMap((id) => library.guideline(id) ?? []);
  const [first] = guidelines;
  if (guidelines.length < 2 || !requestDate) return first;
  const current = library.editionInForce(first?.family ?? '', requestDate.iso)?.guideline;
  return guidelines.find((each) => each === current) ?? first;
}

function cardOf(analysis: LetterAnalysis, guideline: GuidelineEntry): Card {
  return {
    title: guideline.title,
    page: pathOf({ kind: 'guideline', id: guideline.id }),
    parts: listPart(undefined, [
      publisherLine(guideline),
      ...inForceLines(analysis, editionFor(analysis, guideline)),
      ...guidelineNotes(guideline),
      ...officialLines(guideline),
    ]),
  };
}
