import { conclusionOf } from '../../analysis/conclusions';
import type { Conclusion } from '../../model/conclusion';
import { wrapParts } from '../../model/layout';
import type { DecisionBlock, Letter } from '../../model/letter';
import { insert, insertParagraphsAt, replace, replaceParts } from '../../problem/edits';
import { fieldTemplate, labelOf, outcomeChoice, portionsTemplate } from '../../problem/field-template';
import type { Fix } from '../../problem/fix';
import type { SnippetPart } from '../../text/snippet';
import { defineBlockRule } from '../rule';

export const unknownOutcome = defineBlockRule({
  code: 'IMR104',
  name: 'unknown-outcome',
  severity: 'error',
  fix: 'review',
  reads: 'block',
  summary: 'The outcome of a heading is neither Upheld nor Overturned.',
  why: 'A determination upholds or overturns the utilization review decision, item by item. Any other word leaves unclear what the claims administrator must authorize (8 CCR 9792.10.7). For a modified request, only the portion that remains in dispute is decided.',
  repair:
    'Write Upheld or Overturned. If only part of the request is decided that way, split the item into two blocks, or let the heading name the original request, the authorized portion, and the remaining portion.',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Denied
                    ^^^^^^
Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: No gain is on record. The request for Norco 10/325mg #60 is not medically
necessary.

Physical therapy 2 times 6 for the left knee: Partially Overturned
                                              ^^^^^^^^^^^^^^^^^^^^
Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):
Physical medicine treatment.

Decision rationale: The worker gains from therapy. The request for 6 visits is medically necessary.`,
      },
      {
        form: '2014',
        blocks: `Knee brace: Uphelp
            ^^^^^^
Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids Page(s): 80.

Decision rationale: The knee is stable. The request for a knee brace is not medically necessary.`,
      },
    ],
    good: [{}, { form: '2014' }, { blocks: 'Knee brace: UPHELD' }],
  },
  *check({ letter, ask, block }) {
    const { outcome } = block.heading;
    if (outcome.text === '' || outcome.value !== null) return;
    const conclusion = ask(conclusionOf, block);
    const isPartial = outcome.meant === 'partial';
    yield {
      span: outcome.span,
      message: `"${outcome.text}" is not an outcome. ${isPartial ? 'Decide each part with Upheld or Overturned.' : 'Write Upheld or Overturned.'}`,
      ...(conclusion && {
        related: [{ span: conclusion.phrase, message: 'The conclusion of the rationale.' }],
      }),
      fixes: isPartial
        ? [splitInTwo(letter, block), namePortions(letter, block, conclusion)]
        : [nearest(block, conclusion)],
    };
  },
});

function nearest({ heading }: DecisionBlock, conclusion: Conclusion | null): Fix {
  const { meant, span } = heading.outcome;
  if (meant === 'Upheld' || meant === 'Overturned')
    return { title: `Replace by ${meant}`, kind: 'review', edits: [replace(span, meant)] };
  return { title: 'Choose the outcome', kind: 'review', edits: [replaceParts(span, [outcomeChoice(conclusion)])] };
}

function splitInTwo(letter: Letter, block: DecisionBlock): Fix {
  const { item, outcome } = block.heading;
  const copied = block.fields.claimsAdministratorGuideline.body.text;
  const fields = letter.form.fields.map(({ kind }): SnippetPart[] => {
    const copy = kind === 'claimsAdministratorGuideline' && copied !== '' ? [copied] : fieldTemplate(letter.form, kind);
    return [`${labelOf(letter.form, kind)} `, ...copy];
  });
  return {
    title: 'Split into two blocks: one Upheld, one Overturned',
    kind: 'review',
    edits: [
      insert(item.span.end, [', ', { place: 'the part upheld' }]),
      replace(outcome.span, 'Upheld'),
      insertParagraphsAt(letter, block.span.end, [
        [`${item.text}, `, { place: 'the part overturned' }, ': Overturned'],
        ...fields,
      ]),
    ],
  };
}

function namePortions(letter: Letter, { heading }: DecisionBlock, conclusion: Conclusion | null): Fix {
  const parts = [...portionsTemplate(letter.form, heading.item.text), ': ', outcomeChoice(conclusion)];
  return {
    title: 'Name the original, authorized, and remaining portions',
    kind: 'review',
    edits: [replaceParts(heading.span, wrapParts(parts, letter.layout))],
  };
}
