import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const pageAsSection = defineBlockRule({
  code: 'IMR220',
  name: 'page-as-section',
  severity: 'information',
  fix: null,
  reads: 'block',
  summary: 'A bare number stands where a section of the guideline belongs.',
  why: 'The determination refers to the specific evidence it used (8 CCR 9792.10.6(d)). MTUS guidelines number their sections with periods (3.3.9) or name them; a bare number is a page of one printing.',
  repair: 'Name the section that begins on this page.',
  examples: {
    bad: [
      {
        blocks: `Right elbow MRI: Upheld

Claims Administrator guideline: Decision based on MTUS Elbow Complaints 2007, Section(s): 312.
                                                                                          ^^^
MAXIMUS guideline: Decision based on MTUS Elbow Complaints 2007, Section(s): Special Studies.

Decision rationale: No red flag is on record. The request for an MRI is not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        form: '2014',
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 29.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Soma, 29.

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ block }) {
    for (const field of guidelineFields(block)) {
      for (const citation of field.statements.flatMap(({ citations }) => citations)) {
        for (const part of citation.parts) {
          if (part.kind !== 'section' || !isBareNumber(part.text)) continue;
          yield {
            span: part.span,
            message: `"${part.text}" is a page number, not a section. Name the section.`,
          };
        }
      }
    }
  },
});

function isBareNumber(text: string): boolean {
  return /^\d{1,4}(?: ?[-–] ?\d{1,4})?$/.test(text);
}
