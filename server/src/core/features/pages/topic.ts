import type { Library, Topic } from '../../library/types';
import { criteriaLines } from '../facts/criteria';
import { drugClassLink } from '../facts/drug-class';
import { guidelineLink } from '../facts/guideline';
import { sourceLines } from '../facts/sources';
import { pageLines, pageNoteLines, relatedLines, summaryLines, topicTitle } from '../facts/topic';
import { doubtAbout, sentence } from '../facts/words';
import { type Card, type Line, lineOf, listPart } from '../hover/card';
import { chapterLink, seenLines } from './guideline';
import { pathOf } from './page-id';

/** A topic: what it says, where it stands, what it covers. */
export function topicPage(library: Library, id: string): Card | undefined {
  const topic = library.topic(id);
  if (!topic) return undefined;
  return {
    title: `${topicTitle(topic)}${doubtAbout(topic, 'title')}`,
    parts: [
      ...listPart(undefined, placeLines(library, topic)),
      ...listPart('What it says', summaryLines(library, topic)),
      ...listPart('What a rationale on it addresses', criteriaLines(library, [id])),
      ...listPart('Named for', coveredLines(library, id)),
      ...listPart('Pages', pageNoteLines(topic.pageNotes)),
      ...listPart('Seen in citations', seenLines(topic.seenCitations)),
      ...listPart('Sources', sourceLines(library, topic, 20)),
    ],
  };
}

function placeLines(library: Library, topic: Topic): Line[] {
  const guideline = library.guideline(topic.guideline);
  const chapter = library.chapter(topic.chapter ?? '');
  const drugClass = library.drugClass(topic.drugClass ?? '');
  return [
    ...(guideline
      ? [[{ strong: 'In:' }, ' ', guidelineLink(guideline), ...(chapter ? [', ', chapterLink(chapter)] : [])]]
      : []),
    ...pageLines(topic),
    ...(topic.aliases?.length ? lineOf({ strong: 'Also called:' }, ` ${topic.aliases.join('; ')}`) : []),
    ...(drugClass ? [[{ strong: 'Class of drugs:' }, ' ', drugClassLink(drugClass)]] : []),
    ...relatedLines(library, topic),
    ...(topic.note ? lineOf({ strong: 'Note:' }, ` ${sentence(topic.note)}`) : []),
  ];
}

function coveredLines(library: Library, id: string): Line[] {
  const { drugs, treatments } = library.coveredBy(id);
  return [
    ...drugs
      .flatMap((each) => library.drug(each) ?? [])
      .map((drug): Line => [{ text: drug.generic, page: pathOf({ kind: 'drug', id: drug.id }) }]),
    ...treatments
      .flatMap((each) => library.treatment(each) ?? [])
      .map((treatment): Line => [{ text: treatment.name, page: pathOf({ kind: 'treatment', id: treatment.id }) }]),
  ];
}
