import { areOneRegion } from '../../analysis/body-parts';
import { isPartOfCase, partsOfCase } from '../../analysis/case-parts';
import { type CitedChapter, chaptersCited } from '../../analysis/cited-chapters';
import type { Ask } from '../../analysis/fact';
import { subjectOf } from '../../analysis/subjects';
import type { DecisionBlock } from '../../model/letter';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const chapterOutsideCase = defineBlockRule({
  code: 'IMR221',
  name: 'chapter-outside-case',
  severity: 'information',
  fix: null,
  reads: 'items',
  summary: 'The chapter cited is about a part of the body that neither the item nor the clinical summary mentions.',
  why: "The determination refers to the specific evidence for this employee's condition (8 CCR 9792.10.6(d)). A chapter about a part of the body that is nowhere in the case is often left from another letter.",
  repair: 'Cite the chapter about the injured part, or add the complaint to the summary.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. Utilization review on 12/07/2016 denied Soma 350mg #60.`,
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Ankle and Foot Complaints 2004, and Low Back
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain. Utilization review on 12/07/2016 denied the lumbar MRI.`,
        blocks: `MRI of the lumbar spine: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special
Studies. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Elbow Chapter, MRI.
                                                                                   ^^^^^^^^^^^^^
MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

Decision rationale: No red flag is on record. The request for an MRI is not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has pain of
the right calf and a stiff neck. Utilization review on 12/07/2016 denied Soma 350mg #60.`,
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, and Knee
Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
    ],
  },
  // ODG keeps topics that concern any part (aids, home care) in one chapter: beside such a topic, no part is meant.
  *check({ ask, block }) {
    if (ask(partsOfCase).size === 0) return;
    for (const field of guidelineFields(block)) {
      const chapters = ask(chaptersCited, field);
      for (const chapter of chapters) {
        if (chapter.parts.some(({ id }) => isPartOfCase(ask, id)) || isOthersMatter(ask, block, chapters)) continue;
        if (chapter.hasTopic && ask(subjectOf, block).bodyParts.length === 0) continue;
        const parts = chapter.parts.map(({ name }) => name).join(' and ');
        yield {
          span: chapter.span,
          message: `This chapter is about the ${parts}. Neither the item nor the summary is.`,
          related: [{ span: block.heading.item.disputed.span, message: 'The item' }],
        };
      }
    }
  },
});

/** None of the chapters is about a part that the item names: the rule on chapters about another part reports them. */
function isOthersMatter(ask: Ask, block: DecisionBlock, chapters: readonly CitedChapter[]): boolean {
  const { bodyParts } = ask(subjectOf, block);
  return (
    bodyParts.length > 0 &&
    chapters.every(
      ({ parts }) => !parts.some(({ id }) => bodyParts.some((own) => areOneRegion(ask.library, id, own.id))),
    )
  );
}
