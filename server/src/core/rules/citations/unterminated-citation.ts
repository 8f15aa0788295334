import { replace } from '../../problem/edits';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const unterminatedCitation = defineBlockRule({
  code: 'IMR206',
  name: 'unterminated-citation',
  severity: 'warning',
  fix: 'review',
  reads: 'block',
  summary: 'A guideline field does not end with a full stop.',
  why: 'Every guideline field is made of sentences; one that just ends looks as if the rest of the citation had been cut off.',
  repair: 'See that the citation is whole, and end it with a full stop.',
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
        message: 'The citation ends without a period. Check that it is complete, and add the period.',
        fixes: [{ title: 'Add the full stop', kind: 'review', edits: [replace(span, '.')] }],
      };
    }
  },
});
