import { isShown } from '../../library/confidence';
import type { PageNote, PageRange, TopicEntry, TopicStatus } from '../../library/entries';
import type { Library, Topic } from '../../library/types';
import { type Inline, type Line, lineOf } from '../hover/card';
import { pathOf } from '../pages/page-id';
import { shortTitle } from './guideline';
import { capitalize, doubtAbout, enumerate, pagesInWords, sentence } from './words';

const statusWords: Record<TopicStatus, string> = {
  recommended: 'Recommended.',
  conditional: 'Recommended under conditions.',
  'not-recommended': 'Not recommended.',
  information: 'Information.',
  definition: 'Definition.',
  'see-reference': '',
};

/** `3.3.9 Maintenance …`: a section number is part of the title as letters print it. */
export function topicTitle({ number, title }: TopicEntry): string {
  return number?.includes('.') ? `${number} ${title}` : title;
}

export function topicLink(topic: Topic): Inline {
  return { text: topicTitle(topic), page: pathOf({ kind: 'topic', id: topic.id }) };
}

/** What the guideline says about it, told by the edition before where that is all that is known. */
export function summaryLines(library: Library, topic: Topic): Line[] {
  if (topic.summary || topic.status) return saidIn(topic);
  const predecessor = library.topics.find(({ successor }) => successor === topic.id);
  const guideline = predecessor && library.guideline(predecessor.guideline);
  if (!predecessor?.summary || !guideline) return lineOf('The library does not tell what it says.');
  return [[`The edition before, ${shortTitle(guideline)}, says: `, topicLink(predecessor)], ...saidIn(predecessor)];
}

function saidIn(topic: Topic): Line[] {
  const status = topic.status ? statusWords[topic.status] : '';
  const summary = topic.summary ? capitalize(sentence(topic.summary)) : '';
  const doubt = topic.summary ? doubtAbout(topic, 'summary') : doubtAbout(topic, 'status');
  if (status === '') return lineOf(summary, doubt);
  return [[{ strong: status }, summary === '' ? '' : ` ${summary}`, doubt]];
}

/** The pages of a topic as the library knows them. */
export function pageLines(topic: Topic): Line[] {
  const { pages, pagesSeen = [] } = topic;
  const seen =
    pagesSeen.length > 0
      ? `printed in letters: ${enumerate(pagesSeen.map(pagesInWords)).replace(/(and|,) pages?/g, '$1')}`
      : '';
  const known = pages && isShown(topic, 'pages') ? `${pagesInWords(pages)}${doubtAbout(topic, 'pages')}` : '';
  const text = [known, seen].filter((part) => part !== '').join('; ');
  return text === '' ? [] : lineOf({ strong: 'Where:' }, ` ${text}`);
}

/** How sure it is that a page cited is one of the topic's. */
export function pageInWords(topic: Topic, cited: PageRange): string {
  const { pages, pagesSeen = [] } = topic;
  const page = capitalize(pagesInWords(cited));
  if (pagesSeen.some((range) => holds(range, cited))) return `${page}: printed with this topic in published letters`;
  if (!pages || !isShown(topic, 'pages')) return `${page}: the library does not know the pages of this topic`;
  const known = `${pagesInWords(pages)}${doubtAbout(topic, 'pages')}`;
  if (holds(pages, cited)) return `${page}: fits this topic, which is on ${known}`;
  return `${page}: not among the pages of this topic as the library knows them, ${known}`;
}

/** True where the library knows the pages as ones of the topic. */
export function isOnPages(topic: Topic, cited: PageRange): boolean {
  const { pages, pagesSeen = [] } = topic;
  const known = pages && isShown(topic, 'pages') ? [...pagesSeen, pages] : pagesSeen;
  return known.some((range) => holds(range, cited));
}

function holds([first, last]: PageRange, cited: PageRange): boolean {
  return first <= cited[0] && (cited[1] ?? cited[0]) <= (last ?? first);
}

/** Topics that belong together: see also, the next edition's. */
export function relatedLines(library: Library, topic: Topic): Line[] {
  const links = (ids: readonly string[]): Inline[] =>
    ids
      .flatMap((id) => library.topic(id) ?? [])
      .flatMap((each, i): Inline[] => [...(i === 0 ? [] : ['; ']), topicLink(each)]);
  const seeAlso = links(topic.seeAlso ?? []);
  const successor = links(topic.successor ? [topic.successor] : []);
  const predecessors = links(library.topics.filter((each) => each.successor === topic.id).map(({ id }) => id));
  return [
    ...(seeAlso.length > 0 ? [[{ strong: 'See also:' }, ' ', ...seeAlso]] : []),
    ...(successor.length > 0 ? [[{ strong: 'In the next edition:' }, ' ', ...successor]] : []),
    ...(predecessors.length > 0 ? [[{ strong: 'In the edition before:' }, ' ', ...predecessors]] : []),
  ];
}

/** What stands on single pages. */
export function pageNoteLines(notes: readonly PageNote[] = []): Line[] {
  return notes
    .filter((note) => isShown(note, 'about'))
    .map((note) => [
      `${capitalize(pagesInWords(note.pages))}${note.table ? `, ${note.table}` : ''}: ${note.about}${doubtAbout(note, 'about')}`,
    ]);
}
