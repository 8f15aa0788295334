import type { Ask } from '../../analysis/fact';
import { resolutionOf } from '../../analysis/resolved-citations';
import type { Citation } from '../../model/citations';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { nearest } from '../../text/edit-distance';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const unknownGuideline = defineBlockRule({
  code: 'IMR214',
  name: 'unknown-guideline',
  severity: 'hint',
  fix: 'review',
  reads: 'case',
  summary: 'The cited guideline or section is not in the library.',
  why: 'If a title is misspelled, nobody can find the source. The library does not know every source, so check before you change a correct title.',
  repair: 'Write the title as in the guideline, or add the source to a pack of your own.',
  examples: {
    bad: [
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on MTUS Kneee Complaints 2004.
                                                       ^^^^^^^^^^^^^^^^
MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Inital Care.
                                                                            ^^^^^^^^^^^
Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: Decision based on Non-MTUS Citation Official Disability Guidelines.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Doe J. Braces for runners. J Example Med. 2011;4:17.

Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    for (const field of guidelineFields(block)) {
      for (const citation of field.statements.flatMap((statement) => statement.citations)) {
        if (citation.kind === 'none') continue;
        yield* unknownTitle(ask, citation);
        yield* misspelledTopics(ask, citation);
      }
    }
  },
});

function* unknownTitle(ask: Ask, citation: Citation): Generator<Finding> {
  if (ask(resolutionOf, citation).guideline) return;
  const titles = ask.library.guidelines.flatMap((guideline) => [
    guideline.citedTitle ?? guideline.title,
    ...(guideline.names ?? []),
  ]);
  const near = nearest(citation.title, titles, 2);
  // A study or a page on the web is no guideline that could be in the library.
  if (!near && citation.kind !== 'mtus') return;
  yield {
    span: citation.titleSpan,
    message: `"${citation.title}" is not in the library. ${near ? `Did you mean "${near}"?` : 'Check the title.'}`,
    fixes: near ? [{ title: `Change to "${near}"`, kind: 'review', edits: [replace(citation.titleSpan, near)] }] : [],
  };
}

function* misspelledTopics(ask: Ask, citation: Citation): Generator<Finding> {
  for (const { topic, by, text } of ask(resolutionOf, citation).topics) {
    const part = by === 'spelling' ? citation.parts.find((p) => p.text === text) : undefined;
    if (!part || keyOf(part.text) === keyOf(topic.title)) continue;
    yield {
      span: part.span,
      message: `"${part.text}" is not a known section of ${citation.title}. Did you mean "${topic.title}"?`,
      fixes: [{ title: `Change to "${topic.title}"`, kind: 'review', edits: [replace(part.span, topic.title)] }],
    };
  }
}

function keyOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]/g, '');
}
