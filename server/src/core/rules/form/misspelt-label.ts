import type { Field, Letter, Section } from '../../model/letter';
import type { Span } from '../../text/span';
import { replace } from '../edits';
import { labelOf } from '../field-template';
import { defineLetterRule, type Finding } from '../rule';

export const misspeltLabel = defineLetterRule({
  code: 'IMR108',
  name: 'misspelt-label',
  severity: 'warning',
  fix: 'safe',
  summary: 'A label or heading is not spelt as the form spells it.',
  why: 'Parties, search tools and the Division of Workers’ Compensation find the parts of a determination by its fixed labels and headings; one that is spelt otherwise hides its part.',
  repair: 'Write the label as the form has it, with its colon; a heading in capitals on a line of its own.',
  examples: {
    bad: [
      {
        blocks: `Knee brace: Upheld

Claims Administrators guideline: Decision based on MTUS Knee Complaints 2004.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

MAXIMUS guideline Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.
^^^^^^^^^^^^^^^^^
Decision rational: The knee is stable. The request for a knee brace is not medically necessary.
^^^^^^^^^^^^^^^^^^`,
      },
      {
        form: '2014',
        whole: `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is
Board Certified in Internal Medicine and is licensed to practice in California.

CLINCAL CASE SUMMARY
^^^^^^^^^^^^^^^^^^^^
The injured worker is a 30 year old roofer.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

Knee brace: Upheld
`,
      },
    ],
    good: [{}, { form: '2014' }],
  },
  *check({ letter }) {
    for (const section of letter.sections) if (section.misspelt) yield misspeltHeading(letter, section);
    for (const block of letter.blocks) {
      for (const field of block.fieldsInOrder) if (field.misspelt) yield misspelt(letter, field);
    }
  },
});

function misspeltHeading(letter: Letter, section: Section): Finding {
  const printed = letter.source.text.slice(section.heading.start, section.heading.end).replace(/\s+/g, ' ');
  const form = letter.form.sections.find(({ kind }) => kind === section.kind);
  return finding(section.heading, printed, form?.headings[0] ?? section.kind);
}

function misspelt(letter: Letter, field: Field): Finding {
  const printed = letter.source.text.slice(field.label.start, field.label.end).replace(/\s+/g, ' ');
  return finding(field.label, printed, labelOf(letter.form, field.kind));
}

function finding(span: Span, printed: string, right: string): Finding {
  const isColonLost = `${printed}:` === right;
  return {
    span,
    message: isColonLost
      ? `The label "${printed}" lacks its colon, so that it reads as part of the text. Write "${right}".`
      : `"${printed}" should read "${right}"; readers and tools find this part by its label.`,
    fixes: [{ title: `Replace by "${right}"`, kind: 'safe', edits: [replace(span, right)] }],
  };
}
