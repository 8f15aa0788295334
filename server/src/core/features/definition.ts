import type { Ask } from '../analysis/fact';
import { resolutionOf } from '../analysis/resolved-citations';
import { type Span, touches } from '../text/span';
import { topicsPointedAt } from './cited-topics';
import { drugsMeant } from './hover/drug';
import { guidelineMeant } from './hover/guideline';
import { treatmentsMeant } from './hover/treatment';
import type { PageId } from './pages/page-id';
import { type CitedTarget, type NamedTarget, targetAt } from './target';

/** The pages about what a pointer is on, the most particular first, and the text they are about. */
export interface Definition {
  readonly span: Span;
  readonly pages: readonly PageId[];
}

/** Of a citation: the topic pointed at, or on the title the guideline; of a name: whatever it stands for. */
export function definitionAt(ask: Ask, offset: number): Definition | undefined {
  const thing = targetAt(ask, offset);
  if (!thing) return undefined;
  const pages = thing.kind === 'citation' ? pagesOfCitation(ask, thing, offset) : pagesOfName(ask, thing);
  const span = thing.kind === 'citation' && !thing.part ? spanAround(thing, offset) : thing.span;
  return pages.length === 0 ? undefined : { span, pages };
}

function pagesOfCitation(ask: Ask, { citation, part }: CitedTarget, offset: number): PageId[] {
  const { guideline, chapters, topics } = ask(resolutionOf, citation);
  if (!guideline) return [];
  const whole: PageId[] = [{ kind: 'guideline', id: guideline.id }];
  const all = topics.map(({ topic }): PageId => ({ kind: 'topic', id: topic.id }));
  const inside = [...all, ...chapters.map(({ id }): PageId => ({ kind: 'chapter', id }))];
  if (part) {
    const pointed = topicsPointedAt(ask(resolutionOf, citation), part);
    const pages = pointed.map(({ topic }): PageId => ({ kind: 'topic', id: topic.id }));
    return [pages, inside, whole].find((each) => each.length > 0) ?? [];
  }
  return touches(citation.titleSpan, offset) || inside.length === 0 ? whole : inside;
}

function spanAround({ citation }: CitedTarget, offset: number): Span {
  return touches(citation.titleSpan, offset) ? citation.titleSpan : citation.span;
}

function pagesOfName(ask: Ask, thing: NamedTarget): PageId[] {
  const ids = (...kinds: readonly string[]): string[] => [
    ...new Set(thing.match.refs.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)),
  ];
  const guideline = guidelineMeant(ask, ids('guideline'));
  return [
    ...drugsMeant(ask, thing, ids('drug', 'brand', 'generic')).map(({ id }): PageId => ({ kind: 'drug', id })),
    ...treatmentsMeant(ask, thing, ids('treatment')).map(({ id }): PageId => ({ kind: 'treatment', id })),
    ...ids('drug-class').map((id): PageId => ({ kind: 'drug-class', id })),
    ...(guideline ? [{ kind: 'guideline' as const, id: guideline.id }] : []),
    ...ids('topic').map((id): PageId => ({ kind: 'topic', id })),
  ];
}
