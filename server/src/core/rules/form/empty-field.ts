import { wrapParts } from '../../model/layout';
import { replaceParts } from '../../problem/edits';
import { labelOf } from '../../problem/field-template';
import { fittedTemplate } from '../fitted-template';
import { defineBlockRule } from '../rule';

export const emptyField = defineBlockRule({
  code: 'IMR106',
  name: 'empty-field',
  severity: 'error',
  fix: 'review',
  reads: 'block',
  summary: 'A label has no text after it.',
  why: "The form states the claims administrator's guideline, the reviewer's guideline, and the reasons. The law requires the evidence and the reasons of the determination (Labor Code 4610.6(e), 8 CCR 9792.10.6(d)). An empty field leaves one of them out.",
  repair: 'Fill in the field. If the claims administrator cited nothing, use the standard sentence that says so.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline:
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: .
^^^^^^^^^^^^^^^^^^^`,
      },
      {
        form: '2014',
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids.

MAXIMUS guideline:
^^^^^^^^^^^^^^^^^^
Decision rationale: No gain is on record. The request is not medically necessary.`,
      },
    ],
    good: [{}, { form: '2014' }],
  },
  *check({ letter, ask, block }) {
    const kinds = letter.form.fields.map(({ kind }) => kind);
    for (const field of kinds.map((kind) => block.fields[kind])) {
      if (field.state !== 'empty') continue;
      const label = labelOf(letter.form, field.kind);
      yield {
        span: field.label,
        message: `"${label}" is empty.`,
        fixes: [
          {
            title: `Fill in "${label}"`,
            kind: 'review',
            edits: [
              replaceParts(
                { start: field.label.end, end: Math.max(field.label.end, field.body.span.end) },
                wrapParts([' ', ...fittedTemplate(ask, block, field.kind)], letter.layout, label.length),
              ),
            ],
          },
        ],
      };
    }
  },
});
