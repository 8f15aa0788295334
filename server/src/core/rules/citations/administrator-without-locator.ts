import type { Ask } from '../../analysis/fact';
import { resolutionOf } from '../../analysis/resolved-citations';
import type { Citation } from '../../model/citations';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const administratorWithoutLocator = defineBlockRule({
  code: 'IMR223',
  name: 'administrator-without-locator',
  severity: 'hint',
  fix: null,
  reads: 'case',
  summary: "The claims administrator's guideline is cited whole, without the section or chapter that it relied on.",
  why: 'The utilization review decision cites the guideline it rests on (8 CCR 9792.21.1, and 9792.9.1(e)(5), whose number may have changed with the rules of April 1, 2026). Without the section or chapter, nobody can compare the two decisions.',
  repair: 'Take the section over from the decision of utilization review.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004. Decision based on Non-MTUS
                                                       ^^^^^^^^^^^^^^^^^^^^
Citation Official Disability Guidelines (ODG).
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: No trauma is on record. The request for an MRI is not medically necessary.`,
      },
    ],
    good: [
      {
        blocks: `MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.
Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee Chapter.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

Decision rationale: No trauma is on record. The request for an MRI is not medically necessary.

Acupuncture 6 visits: Upheld

Claims Administrator guideline: Decision based on MTUS Acupuncture Treatment 2007.

MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007.

Decision rationale: Earlier visits brought no gain. The request for acupuncture is not medically
necessary.`,
      },
    ],
  },
  *check({ letter, ask, block }) {
    if (letter.form.locator === 'page') return;
    const field = guidelineFields(block).find(({ kind }) => kind === 'claimsAdministratorGuideline');
    for (const citation of field?.statements.flatMap(({ citations }) => citations) ?? []) {
      const lacking = whatLacks(ask, citation);
      if (!lacking) continue;
      yield {
        span: { start: citation.titleSpan.start, end: citation.yearSpan?.end ?? citation.titleSpan.end },
        message: `The claims administrator's citation names no ${lacking}.`,
      };
    }
  },
});

/** The MTUS is cited, and nothing in it, or another source that has chapters without one. */
function whatLacks(ask: Ask, citation: Citation): 'section' | 'chapter' | undefined {
  const { guideline, chapters, topics } = ask(resolutionOf, citation);
  if (!guideline || guideline.citedAsWhole) return undefined;
  if (citation.kind === 'mtus')
    return citation.parts.length + chapters.length + topics.length === 0 ? 'section' : undefined;
  const hasChapters = ask.library.chapters.some((chapter) => chapter.guideline === guideline.id);
  return hasChapters && chapters.length === 0 && guideline.kind === 'non-mtus' ? 'chapter' : undefined;
}
