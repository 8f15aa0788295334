import type { BodyPartEntry, GuidelineEntry } from '../library/entries';
import type { Citation } from '../model/citations';
import type { Field } from '../model/letter';
import type { Span } from '../text/span';
import { type Ask, fact } from './fact';
import { resolutionOf } from './resolved-citations';

/** A chapter or guideline about parts of the body, as a field cites it. The span is that of its title in the source. */
export interface CitedChapter {
  readonly kind: Citation['kind'];
  readonly span: Span;
  /** Never empty. */
  readonly parts: readonly BodyPartEntry[];
  /** The guideline that is a chapter of its own: `Low Back Complaints`. */
  readonly guideline?: GuidelineEntry;
  /** A topic is named beside it. */
  readonly hasTopic: boolean;
}

/** Returns the chapters about parts of the body that a guideline field cites, in text order. */
export const chaptersCited = fact((ask, field: Field): readonly CitedChapter[] =>
  field.statements.flatMap(({ citations }) => citations.flatMap((citation) => chaptersOf(ask, citation))),
);

function chaptersOf(ask: Ask, citation: Citation): CitedChapter[] {
  const { guideline, chapters, topics } = ask(resolutionOf, citation);
  const own = guideline ? ask.library.bodyPartsOf(guideline.id) : [];
  if (guideline && own.length > 0) {
    const span = { start: citation.titleSpan.start, end: citation.yearSpan?.end ?? citation.titleSpan.end };
    return [{ kind: citation.kind, span, parts: own, guideline, hasTopic: false }];
  }
  return chapters.flatMap((chapter) => {
    const parts = ask.library.bodyPartsOf(chapter.id);
    const named = citation.parts.find(
      (part) => ask.library.findChapter(chapter.guideline, part.text)?.id === chapter.id,
    );
    return parts.length > 0
      ? [{ kind: citation.kind, span: named?.span ?? citation.titleSpan, parts, hasTopic: topics.length > 0 }]
      : [];
  });
}
