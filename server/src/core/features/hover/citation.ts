import { coverageOf } from '../../analysis/coverage';
import type { Ask } from '../../analysis/fact';
import { resolutionOf } from '../../analysis/resolved-citations';
import { subjectOf } from '../../analysis/subjects';
import type { ResolvedCitation, ResolvedTopic } from '../../library/citation';
import type { PageRange } from '../../library/entries';
import type { Topic } from '../../library/types';
import type { Citation } from '../../model/citations';
import type { DecisionBlock } from '../../model/letter';
import { nameOf } from '../../model/letter';
import { pagesCited, topicsPointedAt } from '../cited-topics';
import { criteriaLines } from '../facts/criteria';
import { editionFor, inForceLines, officialLines, publisherLine } from '../facts/guideline';
import { sourceLines } from '../facts/sources';
import { isOnPages, pageInWords, pageLines, summaryLines, topicLink } from '../facts/topic';
import { cut, pagesInWords, sentence } from '../facts/words';
import { type PageId, pathOf } from '../pages/page-id';
import { targetAt } from '../target';
import { type Card, type CardPart, type CardProvider, type Inline, type Line, listPart } from './card';

/** More than this many topics of one citation are named and not told. */
const mostTopics = 2;
const mostCriteria = 6;

/** Over a citation: what it is, whether it was in force and covers the item, what the topic pointed at says. */
export const citationCard: CardProvider = ({ ask, offset }) => {
  const thing = targetAt(ask, offset);
  if (thing?.kind !== 'citation') return undefined;
  const { block, citation, span, part } = thing;
  const resolved = ask(resolutionOf, citation);
  const pointed = topicsPointedAt(resolved, part);
  const topics = pointed.length > 0 ? pointed : resolved.topics;
  const pages = part?.kind === 'page' ? pagesCited(part.text) : resolved.pages.map(({ range }) => range);
  return { span, card: cardOf(ask, { block, citation, resolved, topics, pages }) };
};

interface Cited {
  readonly block: DecisionBlock;
  readonly citation: Citation;
  readonly resolved: ResolvedCitation;
  /** Those pointed at, else all. */
  readonly topics: readonly ResolvedTopic[];
  readonly pages: readonly PageRange[];
}

function cardOf(ask: Ask, cited: Cited): Card {
  const { resolved, topics } = cited;
  const { guideline, chapters } = resolved;
  if (!guideline) return unknownCard(cited);
  const chapter = chapters[0];
  const { shown, more } = cut(topics, mostTopics);
  return {
    title: chapter ? `${guideline.title}: ${chapter.title}` : guideline.title,
    page: pathOf(pageOf(cited, guideline.id)),
    parts: [
      ...listPart(undefined, [
        ...inForceLines(ask, resolved.edition ?? editionFor(ask, guideline)),
        ...(guideline.role === undefined ? [coverageLine(ask, cited)] : []),
        ...unplacedLines(resolved),
      ]),
      ...shown.flatMap((each) => topicParts(ask, cited, each)),
      ...(more > 0 ? [otherTopics(topics.slice(mostTopics))] : []),
      ...(topics.length === 0 ? pagesPart(resolved) : []),
      ...criteriaPart(ask, cited),
      ...listPart(undefined, [
        publisherLine(guideline),
        ...officialLines(guideline),
        ...sourceLines(ask.library, guideline, 2),
      ]),
    ],
  };
}

function unknownCard({ citation, resolved }: Cited): Card {
  return {
    title: 'A source that is not in the library',
    parts: [
      { paragraph: [sentence(resolved.reason ?? `"${citation.text}" is not known`)] },
      { paragraph: ['A team adds its own guidelines in a pack (', { strong: 'packs' }, ' in .imr.yaml).'] },
    ],
  };
}

/** The most particular thing that it is about. */
function pageOf({ topics, resolved }: Cited, guideline: string): PageId {
  const [topic, other] = topics;
  const [chapter] = resolved.chapters;
  if (topic && !other) return { kind: 'topic', id: topic.topic.id };
  return chapter ? { kind: 'chapter', id: chapter.id } : { kind: 'guideline', id: guideline };
}

const verdicts = { covers: 'yes', differs: 'it seems not', unclear: 'not known' } as const;

function coverageLine(ask: Ask, { block, resolved, topics }: Cited): Line {
  const subject = ask(subjectOf, block);
  const { verdict, why } = coverageOf(ask.library, subject, { ...resolved, topics });
  return [{ strong: `Covers ${nameOf(block, 40)}:` }, ` ${verdicts[verdict]}; ${why}`];
}

function unplacedLines({ reason }: ResolvedCitation): Line[] {
  return reason === undefined ? [] : [[{ strong: 'Not placed:' }, ` ${reason}`]];
}

/** What one topic says, and how sure its pages are. */
function topicParts(ask: Ask, cited: Cited, { topic, by, text }: ResolvedTopic): CardPart[] {
  const pages = pagesFor(cited, topic);
  const lines: Line[] = [
    ...summaryLines(ask.library, topic),
    ...(by === 'spelling' ? [[`Written "${text}", and taken for this topic.`]] : []),
    ...(by === 'page' ? [['The citation names no topic; this is the one that the library knows on its page.']] : []),
    ...pages.map((page) => [pageInWords(topic, page)]),
    ...(pages.length === 0 ? pageLines(topic) : []),
  ];
  return listPart(topicLink(topic), lines);
}

/** The pages to hold against a topic: all, where it is the only one; else those that the library knows as its own. */
function pagesFor({ pages, topics }: Cited, topic: Topic): readonly PageRange[] {
  return topics.length > 1 ? pages.filter((page) => isOnPages(topic, page)) : pages;
}

function otherTopics(topics: readonly ResolvedTopic[]): CardPart {
  const links = topics.flatMap(({ topic }, i): Inline[] => [...(i === 0 ? [] : ['; ']), topicLink(topic)]);
  return { paragraph: ['Also cited: ', ...links] };
}

function pagesPart({ pages }: ResolvedCitation): CardPart[] {
  const lines = pages.map(({ range, inside }): Line => {
    const place = inside === false ? 'lies outside of the guideline' : 'the library knows no topic on it';
    return [`${pagesInWords(range)}: ${place}`];
  });
  return listPart('Pages', lines);
}

function criteriaPart(ask: Ask, { block, topics }: Cited): CardPart[] {
  const ids = topics.map(({ topic }) => topic.id);
  const lines = criteriaLines(ask.library, ids, { ask, block });
  const { shown, more } = cut(lines, mostCriteria);
  return listPart('What a rationale on it addresses', [...shown, ...(more > 0 ? [[`and ${more} more`]] : [])]);
}
