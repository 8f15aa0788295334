import type { RequestDate } from '../../analysis/request-date';
import type { GuidelineEntry } from '../../library/entries';
import type { Library } from '../../library/types';
import type { Inline, Line } from '../hover/card';
import { guidancePage, pathOf } from '../pages/page-id';
import { isWithin, shortTitle } from './guideline';
import { topicTitle } from './topic';
import { cut } from './words';

interface Group {
  readonly guideline: GuidelineEntry;
  readonly links: Inline[];
}

/**
 * A line for each guideline that has something on the matter, its topics linked, at most `most` of them. With a letter: the
 * guidelines in force when treatment was requested come first, and the others say that they were not.
 */
export function guidanceLines(
  library: Library,
  ids: readonly string[],
  most: number,
  requestDate?: RequestDate,
): Line[] {
  const groups = new Map<string, Group>();
  for (const id of ids) {
    const guideline = guidelineOf(library, id);
    const page = guidancePage(library, id);
    if (!guideline || !page) continue;
    const group = groups.get(guideline.id) ?? { guideline, links: [] };
    groups.set(guideline.id, group);
    group.links.push({ text: titleOf(library, id), page: pathOf(page) });
  }
  const wasInForce = ({ guideline }: Group): boolean =>
    requestDate === undefined ||
    isWithin(requestDate.iso, guideline.effectiveFrom ?? null, guideline.effectiveTo ?? null);
  const ordered = [...groups.values()].sort((a, b) => Number(wasInForce(b)) - Number(wasInForce(a)));
  return ordered.map((group) => groupLine(group, most, wasInForce(group)));
}

function groupLine({ guideline, links }: Group, most: number, inForce: boolean): Line {
  const { shown, more } = cut(links, most);
  return [
    { strong: shortTitle(guideline) },
    inForce ? ': ' : ', not in force then: ',
    ...shown.flatMap((link, i): Inline[] => (i === 0 ? [link] : ['; ', link])),
    more > 0 ? `; ${more} more` : '',
  ];
}

export function guidelineOf(library: Library, id: string): GuidelineEntry | undefined {
  const topic = library.topic(id);
  const chapter = library.chapter(id);
  return library.guideline(topic?.guideline ?? chapter?.guideline ?? id);
}

function titleOf(library: Library, id: string): string {
  const topic = library.topic(id);
  if (topic) {
    const chapter = topic.chapter === undefined ? undefined : library.chapter(topic.chapter);
    return chapter ? `${chapter.title}, ${topicTitle(topic)}` : topicTitle(topic);
  }
  const chapter = library.chapter(id);
  return chapter?.title ?? 'the guideline as a whole';
}
