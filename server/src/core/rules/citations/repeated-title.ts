import { remove } from '../../problem/edits';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const repeatedTitle = defineBlockRule({
  code: 'IMR213',
  name: 'repeated-title',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'Two guideline titles follow each other.',
  why: 'A title that is chosen from a list and then typed again reads as two sources. The reader cannot tell which of them contains the topic.',
  repair: 'Keep one title.',
  examples: {
    bad: [
      {
        form: '2014',
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Chronic Pain Medical
                                                                            ^^^^^^^^^^^^^^^^^^^^
Treatment Guidelines, Opioids Page(s): 78-80.

Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.`,
      },
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on Non-MTUS Citation Official Disability Guidelines ODG.
                                                                                                   ^^^
MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004 Knee Complaints 2004, Section(s):
                                                               ^^^^^^^^^^^^^^^^^^^^
Initial Care.

Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.

Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Chronic Pain Medical Treatment 2016,
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Section(s): Carisoprodol (Soma).

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
    ],
    good: [{}, { form: '2014' }],
  },
  *check({ letter, ask, block }) {
    for (const field of guidelineFields(block)) {
      for (const citation of field.statements.flatMap((statement) => statement.citations)) {
        const second = citation.secondTitle;
        const isOutside = second && ask.library.findGuideline(second.text)?.kind === 'non-mtus';
        // Another kind of source behind the title of the MTUS is filed under the wrong label, not repeated.
        if (!second || (isOutside && citation.kind === 'mtus')) continue;
        const before = letter.source.text.slice(0, second.span.start).trimEnd().length;
        yield {
          span: second.span,
          message: `Two titles in a row: "${citation.title}" and "${second.text}".`,
          related: [{ span: citation.titleSpan, message: 'The first title.' }],
          fixes: [
            {
              title: `Remove "${second.text}"`,
              kind: 'review',
              edits: [remove({ start: before, end: second.span.end })],
            },
          ],
        };
      }
    }
  },
});
