import type { Ask } from '../../analysis/fact';
import { resolutionOf } from '../../analysis/resolved-citations';
import type { Field, Letter } from '../../model/letter';
import type { FieldStatement } from '../../model/statements';
import { replaceParts } from '../../problem/edits';
import type { Fix } from '../../problem/fix';
import type { Finding } from '../../problem/problem';
import { printedText } from '../../text/reading';
import { shorten } from '../../text/shorten';
import { choiceOf } from '../../text/snippet';
import type { Span } from '../../text/span';
import { guidelineFields } from '../guideline-fields';
import { defineBlockRule } from '../rule';

export const damagedLabelSentence = defineBlockRule({
  code: 'IMR218',
  name: 'damaged-label-sentence',
  severity: 'warning',
  fix: 'review',
  reads: 'case',
  summary: 'A standard sentence in a guideline field has lost a word, or is missing before its citation.',
  why: 'The standard sentence tells the reader whether the MTUS or another source decided the item (8 CCR 9792.21). When a word is lost, the rank of the source is unclear, and searches for such citations miss the letter.',
  repair: 'Write the sentence exactly as in the form.',
  examples: {
    bad: [
      {
        blocks: `Knee brace: Upheld

Claims Administrator guideline: The Claims Administrator based their decision on recommendation(s)
outside of the MTUS Guidelines. Decision based on Non-MTUS Official Disability Guidelines, Knee.
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^
MAXIMUS guideline: Decision based MTUS Knee Complaints 2004, Section(s): Initial Care.
                   ^^^^^^^^^^^^^^^^^^^
Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.

Walker: Upheld

Claims Administrator guideline: The Claims Administrator did cite any medical evidence for its decision.
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
MAXIMUS guideline: Knee Complaints 2004, Section(s): Initial Care.
                   ^
Decision rationale: The gait is normal. The request for a walker is not medically necessary.`,
      },
    ],
    good: [{}, { form: '2014' }],
  },
  *check({ letter, ask, block }) {
    for (const field of guidelineFields(block)) {
      for (const statement of field.statements) {
        if (statement.damaged) yield damaged(letter, field, statement);
        else if (statement.kind === 'free') yield* unlabelled(letter, ask, field, statement);
      }
    }
  },
});

function damaged(letter: Letter, field: Field, { kind, opener }: FieldStatement): Finding {
  const printed = printedText(letter.source, opener).replace(/\s+/g, ' ');
  const right = standingWords(letter, field, kind);
  return {
    span: opener,
    message: `"${shorten(printed, 60)}" is not a standard sentence of the form.`,
    fixes: [fix(right.length === 1 ? `Change to "${right[0]}"` : 'Restore the standard sentence', opener, right)],
  };
}

/** A guideline is named without the words that say whether it is of the MTUS. */
function* unlabelled(letter: Letter, ask: Ask, field: Field, statement: FieldStatement): Generator<Finding> {
  const guideline = statement.citations[0] && ask(resolutionOf, statement.citations[0]).guideline;
  if (!guideline) return;
  const { start } = statement.textSpan;
  const [words = ''] = standingWords(letter, field, guideline.kind === 'non-mtus' ? 'non-mtus' : 'mtus');
  yield {
    span: { start, end: start },
    message: `Does this citation belong to the MTUS? Put "${words}" before it.`,
    fixes: [fix(`Insert "${words}"`, { start, end: start }, [`${words} `])],
  };
}

function fix(title: string, span: Span, words: readonly string[]): Fix {
  return {
    title,
    kind: 'review',
    edits: [replaceParts(span, words.length === 1 ? words : [choiceOf(words), ' '])],
  };
}

function standingWords({ form }: Letter, field: Field, kind: FieldStatement['kind']): readonly string[] {
  const { standing } = form;
  const party = field.kind === 'reviewerGuideline' ? 'reviewer' : 'claimsAdministrator';
  switch (kind) {
    case 'mtus':
      return [standing.mtus];
    case 'non-mtus':
      return [standing.nonMtus];
    case 'outside-mtus':
      return [standing.outsideMtus[party]];
    case 'cites-nothing':
      return [standing.citesNothing[party]];
    case 'free':
      return [standing.mtus, standing.nonMtus];
  }
}
