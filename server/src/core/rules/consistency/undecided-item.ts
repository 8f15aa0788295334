import { caseSummary } from '../../analysis/case-summary';
import { undecidedItems } from '../../analysis/undecided-items';
import { insertParagraphsAt } from '../../problem/edits';
import { blockTemplate } from '../../problem/field-template';
import { toSourceSpan } from '../../text/reading';
import { defineLetterRule } from '../rule';

export const undecidedItem = defineLetterRule({
  code: 'IMR404',
  name: 'undecided-item',
  severity: 'warning',
  fix: 'review',
  reads: 'items',
  summary: 'Utilization review denied a treatment that the letter does not decide.',
  why: 'The determination must decide each disputed treatment in the application (Labor Code 4610.6(e), 8 CCR 9792.10.6(d)). If one is left out, the worker has no answer.',
  repair: 'Add a decision block for it, or say in the summary why it is not in dispute.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 denied the requests for Norco 10/325mg #60 and Zanaflex 4mg #30.
                                                             ^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 denied the request for MRI of the right and left knee.
                                     ^^^`,
        blocks: `MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: No trauma is on record. The request for an MRI is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016 who takes Zanaflex.
Utilization review on 12/07/2016 certified an MRI of the lumbar spine and denied the request for
hydrocodone/APAP due to a lack of results from physical therapy. Acupuncture was requested.`,
      },
    ],
  },
  *check({ letter, ask }) {
    const reading = ask(caseSummary)?.prose;
    if (!reading || letter.blocks.length === 0) return;
    for (const { span, name, item, kind } of ask(undecidedItems)) {
      if (kind !== 'denied') continue;
      const after = letter.blocks.at(-1)?.span.end ?? reading.span.end;
      yield {
        span: toSourceSpan(reading, span),
        message: `Utilization review denied ${name}, but the letter does not decide it.`,
        fixes: [
          {
            title: `Add a decision block for ${item}`,
            kind: 'review',
            edits: [insertParagraphsAt(letter, after, withItem(blockTemplate(letter.form), item))],
          },
        ],
      };
    }
  },
});

type Paragraphs = ReturnType<typeof blockTemplate>;

function withItem([heading = [], ...fields]: Paragraphs, item: string): Paragraphs {
  return [[item, ...heading.slice(1)], ...fields];
}
