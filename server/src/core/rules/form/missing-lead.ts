import { wrapParts } from '../../model/layout';
import type { Letter, Section } from '../../model/letter';
import { insertParagraphsAt, replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { readSource } from '../../text/reading';
import { toPlainText } from '../../text/snippet';
import { defineLetterRule } from '../rule';

export const missingLead = defineLetterRule({
  code: 'IMR112',
  name: 'missing-lead',
  severity: 'hint',
  fix: 'review',
  summary: 'The standard sentence that opens a section is missing or changed.',
  why: 'The standard sentences say how the reviewer was chosen and that the whole record was read. They are the same in every determination, so a change looks as if it meant something.',
  repair: 'Restore the sentence of the form, word for word.',
  examples: {
    bad: [
      {
        whole: `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is
Board Certified in Internal Medicine and is licensed to practice in California.

CLINICAL CASE SUMMARY

The expert reviewer developed the following summary based on a review of the case file:
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

The injured worker is a 30 year old roofer.

IMR ISSUES, DECISIONS AND RATIONALES
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Knee brace: Upheld
`,
      },
    ],
    good: [{}, { form: '2014' }],
  },
  *check({ letter }) {
    for (const section of letter.sections) {
      const form = letter.form.sections.find(({ kind }) => kind === section.kind);
      if (section.absent || !form || form.lead === '') continue;
      if (!section.lead) yield absentLead(letter, section, form.lead);
      else yield* alteredLead(letter, section.lead, form.lead);
    }
  },
});

function absentLead(letter: Letter, section: Section, lead: string): Finding {
  return {
    span: section.heading,
    message: 'The standard sentence of the form is missing under this heading.',
    fixes: [
      {
        title: 'Insert the standard sentence',
        kind: 'review',
        edits: [insertParagraphsAt(letter, section.heading.end, [[lead]])],
      },
    ],
  };
}

function* alteredLead(letter: Letter, span: NonNullable<Section['lead']>, lead: string): Generator<Finding> {
  if (readSource(letter.source, span).text === lead) return;
  yield {
    span,
    message: 'This standard sentence differs from the form.',
    fixes: [
      {
        title: 'Restore the standard sentence',
        kind: 'review',
        edits: [replace(span, toPlainText(wrapParts([lead], letter.layout)))],
      },
    ],
  };
}
