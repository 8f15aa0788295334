import type { DecisionBlock } from '../../model/letter';
import { defineBlockRule } from '../rule';

export const duplicateItem = defineBlockRule({
  code: 'IMR111',
  name: 'duplicate-item',
  severity: 'warning',
  fix: null,
  summary: 'The same item is decided twice.',
  why: 'Each disputed treatment gets one decision; of two for the same item the claims administrator cannot tell which to follow, and an item that was meant instead may be left undecided.',
  repair: 'Remove the second block, or correct its heading where another item was meant.',
  examples: {
    bad: [
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: No gain is on record. The request for Norco is not medically necessary.

Norco 10/325 mg, QTY: 60: Upheld
^^^^^^^^^^^^^^^^^^^^^^^^
Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: No gain is on record. The request for Norco is not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        blocks: `Norco 10/325mg #60: Upheld

Norco 10/325mg #30: Upheld

Associated surgical service: Crutches: Upheld

Associated surgical service: Cold therapy unit: Upheld

MRI of the left knee: Upheld

MRI of the right knee: Upheld

Retrospective urine drug screen, DOS 10/03/2016: Upheld

Retrospective urine drug screen, DOS 11/07/2016: Upheld`,
      },
    ],
  },
  *check({ letter, analysis, block }) {
    const keyOf = ({ heading }: DecisionBlock): string => analysis.recall(heading.item.disputed, toKey);
    const key = keyOf(block);
    if (key === '') return;
    const before = letter.blocks.find((other) => other.index < block.index && keyOf(other) === key);
    if (!before) return;
    const [first, second] = [before.heading.outcome.value, block.heading.outcome.value];
    const contradicts = first !== null && second !== null && first !== second;
    yield {
      span: block.heading.item.span,
      message: `this item is decided already in decision ${before.index + 1}${contradicts ? `, there ${first}, here ${second}` : ''}. Remove one of the two, or name the item that was meant.`,
      related: [{ span: before.heading.item.span, message: 'It is decided here first.' }],
    };
  },
});

/** The disputed words without case, punctuation and spelling of quantities: `norco 10/325mg #60`. */
function toKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:qty|quantity)\b[ .:#]{0,3}(?=\d)/g, '#')
    .replace(/(\d) (?=(?:mg|mcg|ml|g)\b)/g, '$1')
    .replace(/\b(?:the|a|an|of|for)\b/g, ' ')
    .replace(/[^\p{L}\p{N}#%/.]+|\.(?!\d)/gu, ' ')
    .trim();
}
