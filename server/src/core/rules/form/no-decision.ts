import { sectionOf } from '../../model/letter';
import { insertParagraphsAt } from '../../problem/edits';
import { blockTemplate } from '../../problem/field-template';
import { defineLetterRule } from '../rule';

export const noDecision = defineLetterRule({
  code: 'IMR102',
  name: 'no-decision',
  severity: 'error',
  fix: 'review',
  summary: 'The section of issues and decisions contains no decision.',
  why: 'The determination must say for each disputed treatment whether it is medically necessary (Labor Code 4610.6(e), 8 CCR 9792.10.6(d)). Without a decision block, the letter decides nothing.',
  repair:
    'Write one block for each disputed item: the item with its outcome, the two guideline fields, and the rationale.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        whole: `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is
Board Certified in Internal Medicine and is licensed to practice in California.

CLINICAL CASE SUMMARY

The expert reviewer developed the following clinical case summary based on a review of the
case file, including all medical records:

The injured worker is a 30 year old roofer.

IMR ISSUES, DECISIONS AND RATIONALES
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The Final Determination was based on decisions for the disputed items/services set forth below:
`,
      },
    ],
    good: [{}, { form: '2014' }, { blocks: 'Knee brace: Upheld' }],
  },
  *check({ letter }) {
    const issues = sectionOf(letter, 'issues');
    if (!letter.form.hasBlocks || !issues || issues.absent || letter.blocks.length > 0) return;
    const shown = [issues.heading, issues.lead].find((span) => span !== undefined && span.start < span.end);
    yield {
      span: shown ?? issues.heading,
      message: 'This section contains no decision. Add a block for each disputed item.',
      fixes: [
        {
          title: 'Insert a decision block',
          kind: 'review',
          edits: [insertParagraphsAt(letter, issues.lead?.end ?? issues.heading.end, blockTemplate(letter.form))],
        },
      ],
    };
  },
});
