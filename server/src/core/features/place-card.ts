import type { Ask } from '../analysis/fact';
import { resolutionOf } from '../analysis/resolved-citations';
import type { Library } from '../library/types';
import { blockAt } from '../model/block-places';
import { type DecisionBlock, nameOf } from '../model/letter';
import type { Span } from '../text/span';
import { definitionAt } from './definition';
import { type AskedElements, elementsAsked, elementTitle } from './elements';
import type { Card } from './hover/card';
import { lookUp } from './pages/look-up';
import { pageCard, pageCards } from './pages/page';
import { type PageId, pathOf } from './pages/page-id';

/** What a panel shows for a place of the letter. */
export interface PlaceCard {
  /** What is known of the thing at the place, or of the guideline that the reviewer of the block cites. */
  readonly card: Card | undefined;
  /** The page of the card, `topic/cp09-opioids`. */
  readonly page: string | undefined;
  /** The decision block of the place, with what its rationale must address. */
  readonly block:
    | { readonly index: number; readonly item: string; readonly criteria: readonly Criterion[] }
    | undefined;
}

export interface Criterion {
  readonly title: string;
  /** What the rationale must say. */
  readonly text: string;
  readonly state: 'stated' | 'criterion-only' | 'open' | 'missing';
  /** The sentence that shows the state. */
  readonly span?: Span;
}

/** The card for a place: of the word there, else of what the reviewer of its block cites. */
export function placeCard(ask: Ask, offset: number): PlaceCard {
  const block = blockAt(ask.letter, offset);
  const id = definitionAt(ask, offset)?.pages[0] ?? (block && citedPage(ask, block));
  return {
    card: id && pageCard(ask.library, id),
    page: id && pathOf(id),
    block: block && { index: block.index, item: nameOf(block), criteria: criteriaOf(ask, block) },
  };
}

/** An entry that a search found. */
export interface FoundPage {
  readonly title: string;
  readonly kind: PageId['kind'];
  readonly page: string;
}

/** Finds entries of the library by name or by the beginning of a word in their titles; at most `limit`. */
export function searchPages(library: Library, term: string, limit: number): readonly FoundPage[] {
  const found = pageCards(library, lookUp(library, term).slice(0, limit));
  return found.map(({ page, card }) => ({ title: card.title, kind: page.kind, page: pathOf(page) }));
}

/** The topic, chapter or guideline that the reviewer cites first. */
function citedPage(ask: Ask, { citations }: DecisionBlock): PageId | undefined {
  for (const citation of citations.filter(({ by }) => by === 'reviewer')) {
    const { guideline, chapters, topics } = ask(resolutionOf, citation);
    const [topic] = topics;
    if (topic) return { kind: 'topic', id: topic.topic.id };
    const [chapter] = chapters;
    if (chapter) return { kind: 'chapter', id: chapter.id };
    if (guideline) return { kind: 'guideline', id: guideline.id };
  }
  return undefined;
}

function criteriaOf(ask: Ask, block: DecisionBlock): readonly Criterion[] {
  const asked = elementsAsked(ask, block);
  const inState = (state: Criterion['state'], elements: AskedElements[keyof AskedElements]): readonly Criterion[] =>
    elements.map((element) => ({
      title: elementTitle(ask.library, element),
      text: element.mustSay,
      state,
      ...(element.sentence && { span: element.sentence }),
    }));
  return [
    ...inState('missing', asked.missing),
    ...inState('open', asked.open),
    ...inState('criterion-only', asked.criterionOnly),
    ...inState('stated', asked.stated),
  ];
}
