import { nameOf } from '../../model/letter';
import { readText, toSourceSpan } from '../../text/reading';
import { replace } from '../edits';
import { defineBlockRule } from '../rule';

export const conclusionChangesScope = defineBlockRule({
  code: 'IMR311',
  name: 'conclusion-changes-scope',
  severity: 'warning',
  fix: 'review',
  summary: 'The conclusion decides something other than the item in the heading.',
  why: 'The determination is about the treatment that was disputed, in its strength, quantity and time (8 CCR 9792.10.6(d)). A conclusion about use "on a chronic basis" leaves open whether the tablets that were asked for are necessary.',
  repair: 'Conclude on the item as the heading states it; give the wider remark a sentence of its own.',
  examples: {
    bad: [
      {
        blocks: `Ibuprofen 600mg #30: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs
(non-steroidal anti-inflammatory drugs).

Decision rationale: The MTUS asks for the lowest dose over the shortest time. The injured worker has
had no benefit. Therefore, ibuprofen on a long-term basis is not medically necessary.
                                     ^^^^^^^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        blocks: `Ibuprofen 600mg #30: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs
(non-steroidal anti-inflammatory drugs).

Decision rationale: The MTUS does not support long-term use of ibuprofen, and the injured worker has
had it for years. Therefore, the request for ibuprofen 600mg #30 is not medically necessary.`,
      },
      {
        blocks: `Long-term use of a walker: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The injured worker walks without help. Therefore, long-term use of a walker is
not medically necessary.`,
      },
    ],
  },
  *check({ letter, block }) {
    const { conclusion, heading } = block;
    if (!conclusion) return;
    const sentence = readText(letter.source.text, { start: conclusion.span.start, end: conclusion.phrase.start });
    const subject = /(?:^|[,;:] |\b(?:therefore|thus|as such) )([^,;:]{1,200})$/i.exec(sentence.text);
    if (!subject?.[1] || /\brequest/i.test(subject[1])) return;
    const match = qualifier.exec(subject[1]);
    if (!match || heading.item.text.toLowerCase().includes(match[0].trim().toLowerCase())) return;
    const start = sentence.text.length - subject[1].length + match.index;
    const added = { start, end: start + match[0].length };
    const whole = { start: sentence.text.length - subject[1].length, end: sentence.text.length };
    yield {
      span: toSourceSpan(sentence, added),
      message: `the conclusion is about use "${match[0]}", the heading about ${nameOf(block)}. Whether that is medically necessary stays open. Conclude on the item.`,
      related: [{ span: heading.item.span, message: 'The item in dispute' }],
      fixes: [
        {
          title: 'Conclude on the item of the heading',
          kind: 'review',
          edits: [replace(toSourceSpan(sentence, whole), `the request for ${heading.item.disputed.text}`)],
        },
      ],
    };
  },
});

/** Use of another extent than a quantity on a prescription. */
const qualifier =
  /\b(?:on an? (?:chronic|long[- ]term|ongoing|indefinite|regular|permanent|daily) basis|for (?:many )?years|chronically|indefinitely|(?:for )?(?:chronic|long[- ]term|indefinite|prolonged) use)\b/i;
