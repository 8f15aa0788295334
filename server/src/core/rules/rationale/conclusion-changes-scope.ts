import { isAncillary } from '../../analysis/ancillary';
import { conclusionOf } from '../../analysis/conclusions';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesMeantIn } from '../../analysis/misspelt-drugs';
import { isItem } from '../../analysis/open-parts';
import { subjectOf } from '../../analysis/subjects';
import type { Conclusion } from '../../model/conclusion';
import { type DecisionBlock, nameOf } from '../../model/letter';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { readText, toReadingOffset, toSourceSpan } from '../../text/reading';
import { defineBlockRule } from '../rule';

export const conclusionChangesScope = defineBlockRule({
  code: 'IMR311',
  name: 'conclusion-changes-scope',
  severity: 'warning',
  fix: 'review',
  reads: 'block',
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
      {
        blocks: `Ibuprofen 600mg #30: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs
(non-steroidal anti-inflammatory drugs).

Decision rationale: The MTUS asks for the lowest dose over the shortest time. The injured worker has
had no benefit from ibuprofen. Therefore, the request for Soma 350mg #60 is not medically necessary.
                                                          ^^^^`,
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
  *check({ letter, ask, block }) {
    const { heading } = block;
    const conclusion = ask(conclusionOf, block);
    if (!conclusion) return;
    const other = otherItem(ask, block, conclusion);
    if (other) {
      yield other;
      return;
    }
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

/** `The request for X`, or `Therefore, X`, up to where its verdict begins. */
const ofRequest = /\brequest(?:ed|s)?(?: for| of)?(?: an?| the)? [^;]{0,160}$/i;
const ofClause =
  /(?:^|[,;:] |\b(?:therefore|thus|as such),? )(?:the |continued |ongoing |further )?(?:use of )?[^,;:]{1,60}$/i;

/** What is concluded on is known by name, and is not this item: a sentence left from another block. */
function otherItem(ask: Ask, block: DecisionBlock, { span, phrase }: Conclusion): Finding | undefined {
  const { body } = block.fields.rationale;
  const { drugs, treatments } = ask(subjectOf, block);
  if (drugs.length + treatments.length === 0 || ask(isAncillary, block)) return undefined;
  const start = toReadingOffset(body, span.start);
  const words = body.text.slice(start, toReadingOffset(body, phrase.start));
  const subject = ofRequest.exec(words) ?? ofClause.exec(words);
  if (!subject || ask(mentionsIn, block, body).some((own) => start <= own.start && own.end <= start + words.length))
    return undefined;
  const from = start + subject.index;
  const named = ask(namesMeantIn, body).find(
    (name) => name.sure && from <= name.start && name.end <= start + words.length && isItem(name),
  );
  const printed = named && body.text.slice(named.start, named.end);
  if (!named || !printed || block.heading.item.text.toLowerCase().includes(printed.toLowerCase())) return undefined;
  return {
    span: toSourceSpan(body, named),
    message: `the conclusion is about ${printed}, the heading about ${nameOf(block)}. Whether that is medically necessary stays open. Conclude on the item.`,
    related: [{ span: block.heading.item.span, message: 'The item in dispute' }],
    fixes: [
      {
        title: `Write "${block.heading.item.disputed.text}"`,
        kind: 'review',
        edits: [replace(toSourceSpan(body, named), block.heading.item.disputed.text)],
      },
    ],
  };
}

/** Use of another extent than a quantity on a prescription. */
const qualifier =
  /\b(?:on an? (?:chronic|long[- ]term|ongoing|indefinite|regular|permanent|daily) basis|for (?:many )?years|chronically|indefinitely|(?:for )?(?:chronic|long[- ]term|indefinite|prolonged) use)\b/i;
