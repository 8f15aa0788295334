import type { Ask } from '../../analysis/fact';
import { resolutionOf } from '../../analysis/resolved-citations';
import type { ResolvedCitation } from '../../library/citation';
import { isShown } from '../../library/confidence';
import type { PageRange } from '../../library/entries';
import type { Topic } from '../../library/types';
import type { DecisionBlock, Field } from '../../model/letter';
import { pageInWords, topicTitle } from '../facts/topic';
import { pathOf } from '../pages/page-id';
import type { Candidate } from './completion';

/** The sections, topics and pages that may follow in the citation that is being written at the end of a field. */
export function placesInCitation(ask: Ask, block: DecisionBlock, field: Field, typed: string): Candidate[] {
  const citation = field.statements.at(-1)?.citations.at(-1);
  if (!citation || !block.citations.includes(citation)) return [];
  const resolved = ask(resolutionOf, citation);
  const pages = /^(.*\bPage\(s\):(?: ?[\d-]+[,;])* ?)[\d-]*$/.exec(typed)?.[1];
  if (pages !== undefined) return pageCandidates(resolved, withSpace(pages));
  // In the form of 2015 a topic of the MTUS stands behind "Section(s):" alone.
  const needsSections = ask.letter.form.locator === 'section' && citation.kind === 'mtus';
  if (needsSections && !typed.includes('Section(s):')) return [];
  return topicStarts(typed).flatMap((start) => topicCandidates(ask, resolved, withSpace(typed.slice(0, start))));
}

/** Where a topic may begin: behind `Section(s):`, a comma or the word `Guidelines`; the last six of these places. */
function topicStarts(typed: string): number[] {
  const ends = [...typed.matchAll(/Section\(s\): ?|, |\(ODG\)[,:]? |Guidelines? /g)];
  return ends.slice(-6).map((match) => match.index + match[0].length);
}

function withSpace(text: string): string {
  return /\s$/.test(text) ? text : `${text} `;
}

function topicCandidates({ library }: Ask, resolved: ResolvedCitation, standing: string): Candidate[] {
  const [chapter] = resolved.chapters;
  const { guideline } = resolved;
  if (!guideline) return [];
  const chapters = library.chapters.filter((each) => each.guideline === guideline.id);
  if (!chapter && chapters.length > 0) {
    return chapters.map(({ id, title }) => ({
      kind: 'citation',
      label: title,
      detail: 'chapter',
      parts: [`${standing}${title}`],
      about: { page: pathOf({ kind: 'chapter', id }) },
    }));
  }
  const own = library.topicsOf(chapter?.id ?? guideline.id);
  const shared = guideline.parent ? library.topicsOf(guideline.parent) : [];
  return [...own, ...shared.filter(({ title }) => !own.some((topic) => topic.title === title))].map((topic) => ({
    kind: 'citation',
    label: topicTitle(topic),
    detail: 'topic',
    parts: [`${standing}${topicTitle(topic)}`],
    about: { page: pathOf({ kind: 'topic', id: topic.id }) },
  }));
}

function pageCandidates({ topics }: ResolvedCitation, standing: string): Candidate[] {
  return topics.flatMap(({ topic }) =>
    pagesKnown(topic).map(([first, last]): Candidate => {
      const range = last === null || last === first ? `${first}` : `${first}-${last}`;
      return {
        kind: 'citation',
        label: range,
        detail: pageInWords(topic, [first, last]),
        parts: [`${standing}${range}`],
        about: { page: pathOf({ kind: 'topic', id: topic.id }) },
      };
    }),
  );
}

function pagesKnown(topic: Topic): readonly PageRange[] {
  const { pages, pagesSeen = [] } = topic;
  return [...pagesSeen, ...(pages && isShown(topic, 'pages') ? [pages] : [])];
}
