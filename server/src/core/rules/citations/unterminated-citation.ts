import { replace } from '../../problem/edits';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const unterminatedCitation = defineBlockRule({
  code: 'IMR206',
  name: 'unterminated-citation',
  severity: 'warning',
  fix: 'review',
  reads: 'block',
  summary: 'A guideline field does not end with a period.',
  why: 'A guideline field is made of sentences. Without the period, the rest of the citation looks cut off.',
  repair: 'Check that the citation is complete, and end it with a period.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004
                                                                           ^
MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care,
                                                                                        ^
Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care. Decision based on
Non-MTUS Citation Doe J: "Braces for whom?"

Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
    ],
  },
  *check({ letter, block }) {
    for (const field of guidelineFields(block)) {
      const { end } = field.body.span;
      const tail = letter.source.text.slice(Math.max(field.body.span.start, end - 12), end);
      if (/[.!?]["”’)\]]{0,2}$/.test(tail)) continue;
      const loose = /[,;:]?$/.exec(tail)?.[0].length ?? 0;
      const span = { start: end - loose, end };
      yield {
        span,
        message: 'The citation ends without a period. Is it complete?',
        fixes: [{ title: 'Add a period', kind: 'review', edits: [replace(span, '.')] }],
      };
    }
  },
});
