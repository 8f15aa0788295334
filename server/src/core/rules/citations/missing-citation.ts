import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { resolutionOf } from '../../analysis/resolved-citations';
import type { Citation } from '../../model/citations';
import type { Field } from '../../model/letter';
import { isUnstated } from '../../model/set-words';
import { toReadingOffset } from '../../text/reading';
import { spansWithin } from '../../text/span';
import { citationFixes } from '../citation-fixes';
import { reviewerField } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const missingCitation = defineBlockRule({
  code: 'IMR201',
  name: 'missing-citation',
  severity: 'error',
  fix: 'review',
  reads: 'case',
  summary: "The reviewer's guideline field names no guideline or study.",
  why: 'The determination must cite the evidence it rests on (Labor Code 4610.6(e), 8 CCR 9792.10.6(d)): the MTUS first, then the later steps of the search (8 CCR 9792.21 and 9792.21.1). A decision without a source cannot be checked.',
  repair:
    'Name the guideline with its year and section (before 2015: topic and pages), or the other source that governs.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        blocks: `Soma 350mg #60: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS.
                   ^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.

MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: As discussed below.
                   ^^^^^^^^^^^^^^^^^^^
Decision rationale: No trauma is on record. The request for an MRI is not medically necessary.

Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Guidelines.

Decision rationale: The gait is normal. The request for a walker is not medically necessary.`,
      },
      {
        blocks: `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS, Section(s): Initial Care.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Decision rationale: The gait is normal. The request for a walker is not medically necessary.`,
      },
    ],
    good: [
      {},
      { form: '2014' },
      {
        blocks: `Walker: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS
Guidelines. Decision based on Non-MTUS Citation Doe J, Roe R. Walkers after sprains. J Example Med
2011;4:17.

Decision rationale: The gait is normal. The request for a walker is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const field = reviewerField(block);
    if (!field || field.statements.some(({ kind }) => kind === 'cites-nothing') || namesSource(ask, field)) return;
    yield {
      span: field.body.span,
      message: 'The reviewer cites no guideline or study for this item.',
      fixes: () => citationFixes(ask, block, field.body.span),
    };
  },
});

const address = /\b(?:https?:|www\.|(?:19|20)\d\d\b)|\bJ\b [A-Z]/i;

/** `, Section(s): Special Studies` says where in a guideline, and not in which. */
function hasTitle({ title }: Citation): boolean {
  return !/^[\s,;:]*(?:Section|Page)s?\b/i.test(title);
}

function namesSource(ask: Ask, field: Field): boolean {
  return field.statements.some((statement) => {
    if (isUnstated(statement.text, ask.letter.form)) return false;
    if (statement.kind === 'mtus' || statement.kind === 'non-mtus') return statement.citations.some(hasTitle);
    const start = toReadingOffset(field.body, statement.textSpan.start);
    const within = { start, end: start + statement.text.length };
    if (spansWithin(ask(conceptsIn, field.body).of('source.reference'), within).length > 0) return true;
    return statement.citations.some((c) => address.test(c.text) || ask(resolutionOf, c).guideline !== undefined);
  });
}
