import type { Ask } from '../../analysis/fact';
import { isLacking, ledgerOf } from '../../analysis/ledger';
import type { DecisionBlock } from '../../model/letter';
import type { Fix } from '../../problem/fix';
import { addToRationale } from '../../problem/rationale-edits';
import { shorten } from '../../text/shorten';
import { emptySpan } from '../../text/span';
import { allThatIsMissing } from '../missing-sentences';
import { openStatement } from '../open-statement';
import { defineBlockRule } from '../rule';

export const elementMissing = defineBlockRule({
  code: 'IMR308',
  name: 'element-missing',
  severity: 'hint',
  fix: 'review',
  reads: 'case',
  summary:
    'The rationale does not address, for this patient, a point that the guideline requires for this class of treatment.',
  why: 'Many classes of treatment have criteria in the MTUS or in the guideline that applies instead, and the determination must tie its findings to the standards of necessity (Labor Code 4610.6(c) and (e)). For other classes the library lists what any such request has to show. Reciting a criterion does not apply it to this patient. This rule looks for words, not meaning, so treat it as a question.',
  repair: 'Add a sentence on this point, or leave it if the case turns on something else.',
  whileTyping: 'quiet',
  options: {
    classes: {
      type: 'strings',
      default: [],
      description: 'Rationale classes to look at, by id (`opioids`, `pt`); empty: all.',
    },
  },
  examples: {
    bad: [
      {
        blocks: `Acupuncture 12 sessions: Upheld

Claims Administrator guideline: Decision based on MTUS Acupuncture Treatment 2007.

MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007.

Decision rationale: The MTUS allows 3 to 6 treatments where medication is not tolerated. The injured
worker is new to acupuncture, and the 12 sessions requested exceed that number.
The request for 12 sessions of acupuncture is not medically necessary.
                                                                      ^`,
      },
    ],
    good: [
      {
        blocks: `Acupuncture 12 sessions: Upheld

Claims Administrator guideline: Decision based on MTUS Acupuncture Treatment 2007.

MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007.

Decision rationale: The MTUS allows 3 to 6 treatments where medication is reduced or not tolerated or
as an adjunct to rehabilitation. The records of the injured worker do not show that medication is reduced
or not tolerated, and the 12 sessions requested exceed that number.
The request for 12 sessions of acupuncture is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block, options }) {
    const { rationale } = block.fields;
    const { class: rationaleClass, elements } = ask(ledgerOf, block);
    if (rationale.state !== 'present' || !rationaleClass) return;
    if (options.classes.length > 0 && !options.classes.includes(rationaleClass.id)) return;
    const lacking = elements.filter(
      (element) => element.level === 'required' && isLacking(element) && !element.isCommon,
    );
    for (const { id, mustSay, sentence: recital } of lacking) {
      yield {
        span: emptySpan(rationale.body.span.end),
        message: `Not addressed for this patient: ${shorten(mustSay, 75)}`,
        help: `A rationale on ${rationaleClass.name.toLowerCase()} should address this point: ${mustSay}`,
        related: recital && [{ span: recital, message: 'Only this sentence, on the criterion, speaks of it' }],
        fixes: () => sentenceFixes(ask, block, id),
      };
    }
  },
});

/** The template's sentence on an element, where there is one for the outcome; then all that is missing at once. */
function sentenceFixes(ask: Ask, block: DecisionBlock, element: string): readonly Fix[] {
  const sentence = openStatement(ask, block, element);
  if (!sentence) return [];
  return [
    {
      title: `Add a sentence: ${ask.library.template(element)?.title ?? element}`,
      kind: 'review',
      edits: [addToRationale(ask, block, sentence)],
    },
    ...allThatIsMissing(ask, block, 'Add a sentence for each point that is missing', element),
  ];
}
