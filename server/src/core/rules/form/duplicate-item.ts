import { fact } from '../../analysis/fact';
import { ingredientsNamed } from '../../analysis/mentions';
import { namesMeantIn } from '../../analysis/misspelled-drugs';
import type { DecisionBlock } from '../../model/letter';
import { addTo } from '../../text/groups';
import { matchesIn } from '../../text/matches';
import type { Reading } from '../../text/reading';
import { defineBlockRule } from '../rule';

export const duplicateItem = defineBlockRule({
  code: 'IMR111',
  name: 'duplicate-item',
  severity: 'warning',
  fix: null,
  summary: 'The same item is decided twice.',
  why: 'Each disputed treatment gets one decision. With two, the claims administrator cannot tell which one to follow, and the item that was meant may be left undecided.',
  repair: 'Remove the second block. If another item was meant, correct the heading.',
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
      {
        blocks: `MRI of the left knee: Upheld

Left knee magnetic resonance imaging (MRI): Upheld
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
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
  *check({ ask, block }) {
    const before = ask(earlierDecisions).get(block);
    if (!before) return;
    const [first, second] = [before.heading.outcome.value, block.heading.outcome.value];
    const contradicts = first !== null && second !== null && first !== second;
    yield {
      span: block.heading.item.span,
      message: `Decision ${before.index + 1} already decides this item${contradicts ? ` (${first} there, ${second} here)` : ''}.`,
      related: [{ span: before.heading.item.span, message: 'First decided here.' }],
    };
  },
});

/** Of each block whose item was decided before, the first that decides it. Names are looked up only where the numbers agree. */
const earlierDecisions = fact((ask): ReadonlyMap<DecisionBlock, DecisionBlock> => {
  const byNumbers = new Map<string, DecisionBlock[]>();
  for (const block of ask.letter.blocks) {
    const numbers = matchesIn(block.heading.item.disputed.text, /\d+/g).join(' ');
    addTo(byNumbers, numbers, block);
  }
  const earlier = new Map<DecisionBlock, DecisionBlock>();
  for (const blocks of byNumbers.values()) {
    if (blocks.length === 1) continue;
    const firsts = new Map<string, DecisionBlock>();
    for (const block of blocks) {
      const key = ask(itemKey, block.heading.item.disputed);
      const first = firsts.get(key);
      if (key !== '' && first) earlier.set(block, first);
      else firsts.set(key, block);
    }
  }
  return earlier;
});

/** Drugs by what is in them, spelled-out terms by their abbreviation: one item may be asked for under several names. */
const itemKey = fact((ask, reading: Reading): string => {
  const { library } = ask;
  const item = reading.text;
  let text = '';
  let at = 0;
  for (const name of ask(namesMeantIn, reading)) {
    const printed = item.slice(name.start, name.end);
    const short = library.abbreviations.find(({ meaning }) => meaning === printed.toLowerCase())?.abbreviation;
    const drug = ingredientsNamed(library, name).join('/');
    text += item.slice(at, name.start) + (drug || short || printed);
    at = name.end;
  }
  return toKey((text + item.slice(at)).replace(/(\b\w+) ?\(\1\)/gi, '$1'));
});

/** The words without case, punctuation and spelling of quantities, in any order where they count nothing: `norco 10/325mg #60`. */
function toKey(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/\b(?:qty|quantity)\b[ .:#]{0,3}(?=\d)/g, '#')
    .replace(/(\d) (?=(?:mg|mcg|ml|g)\b)/g, '$1')
    .replace(/\b(?:the|a|an|of|for)\b/g, ' ')
    .replace(/[^\p{L}\p{N}#%/.]+|\.(?!\d)/gu, ' ')
    .trim();
  return /\d/.test(words) ? words : words.split(' ').sort().join(' ');
}
