import type { ChapterEntry, GuidelineEntry, SeenCitation, VisitRule } from '../../library/entries';
import type { Library, Topic } from '../../library/types';
import { editionLines, guidelineLink, guidelineNotes, officialLines, publisherLine } from '../facts/guideline';
import { sourceLines } from '../facts/sources';
import { pageLines, pageNoteLines, topicLink } from '../facts/topic';
import { doubtAbout, enumerate } from '../facts/words';
import { type Card, type Line, lineOf, listPart } from '../hover/card';
import { pathOf } from './page-id';

/** A guideline with its editions, parts, chapters and topics. */
export function guidelinePage(library: Library, id: string): Card | undefined {
  const guideline = library.guideline(id);
  if (!guideline) return undefined;
  const { title, names = [], pageNotes, seenCitations, visitRules } = guideline;
  return {
    title,
    parts: [
      { paragraph: publisherLine(guideline) },
      ...listPart('In force', editionLines(library, guideline)),
      ...listPart('What is to be known', [
        ...guidelineNotes(guideline),
        ...bodyPartLines(library, id),
        ...(names.length > 0 ? lineOf({ strong: 'Also called:' }, ` ${names.join('; ')}`) : []),
        ...officialLines(guideline),
      ]),
      ...listPart('Parts', partLines(library, guideline)),
      ...listPart('Topics', topicLines(library.topicsOf(id).filter(({ chapter }) => chapter === undefined))),
      ...listPart('Pages', pageNoteLines(pageNotes)),
      ...listPart('Visits after an operation', visitLines(visitRules)),
      ...listPart('Seen in citations', seenLines(seenCitations)),
      ...listPart('Sources', sourceLines(library, guideline, 20)),
    ],
  };
}

/** A chapter of a guideline with its topics. */
export function chapterPage(library: Library, id: string): Card | undefined {
  const chapter = library.chapter(id);
  const guideline = library.guideline(chapter?.guideline ?? '');
  if (!chapter || !guideline) return undefined;
  return {
    title: `${chapter.title}, a chapter of ${guideline.title}`,
    parts: [
      ...listPart('What is to be known', [
        [{ strong: 'Chapter of:' }, ' ', guidelineLink(guideline)],
        ...bodyPartLines(library, id),
        ...(chapter.names?.length ? lineOf({ strong: 'Also called:' }, ` ${chapter.names.join('; ')}`) : []),
        ...(chapter.note ? lineOf({ strong: 'Note:' }, ` ${chapter.note}`) : []),
        ...officialLines(guideline),
      ]),
      ...listPart('Topics', topicLines(library.topicsOf(id))),
      ...listPart('Sources', sourceLines(library, chapter, 20)),
    ],
  };
}

function bodyPartLines(library: Library, id: string): Line[] {
  const parts = library.bodyPartsOf(id).map(({ name }) => name);
  return parts.length === 0 ? [] : lineOf({ strong: 'About:' }, ` ${enumerate(parts)}`);
}

function partLines({ guidelines, chapters }: Library, { id, parent }: GuidelineEntry): Line[] {
  const whole = guidelines.find((each) => each.id === parent);
  return [
    ...(whole ? [[{ strong: 'Part of:' }, ' ', guidelineLink(whole)]] : []),
    ...guidelines.filter((each) => each.parent === id).map((each): Line => [guidelineLink(each)]),
    ...chapters.filter(({ guideline }) => guideline === id).map((each): Line => [chapterLink(each)]),
  ];
}

export function chapterLink({ id, title }: ChapterEntry) {
  return { text: title, page: pathOf({ kind: 'chapter', id }) };
}

function topicLines(topics: readonly Topic[]): Line[] {
  return topics.map((topic) => {
    const [pages] = pageLines(topic);
    const where = pages?.filter((part) => typeof part === 'string').join('') ?? '';
    return [topicLink(topic), where === '' ? '' : `,${where}`];
  });
}

function visitLines(rules: readonly VisitRule[] = []): Line[] {
  return rules.map((rule) => {
    const { operation, visits, weeks, periodMonths } = rule;
    const time = [
      weeks ? `over ${weeks} weeks` : '',
      periodMonths ? `treatment period ${periodMonths} months` : '',
    ].filter((part) => part !== '');
    return [`${operation}: ${[`${visits} visits`, ...time].join(', ')}${doubtAbout(rule, 'visits')}`];
  });
}

export function seenLines(citations: readonly SeenCitation[] = []): Line[] {
  return citations.map(({ title, pages, source, agrees, note }) => {
    const doubt = agrees === 'full' ? '' : ', agrees in part';
    return [`"${title}", ${pages}${doubt}${note ? `: ${note}` : ''} (${source})`];
  });
}
