import { areOneRegion } from '../../analysis/body-parts';
import { partsNamed } from '../../analysis/case-parts';
import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import { type Ask, fact } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesIn } from '../../analysis/names';
import { namingWordsOf } from '../../analysis/naming-words';
import { decisionsOfReview, type ReviewDecision } from '../../analysis/review-decisions';
import { subjectOf } from '../../analysis/subjects';
import type { DecisionBlock } from '../../model/letter';
import type { RelatedPlace } from '../../problem/problem';
import { type Reading, toSourceSpan } from '../../text/reading';
import { hasWithin, type Span, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const urSilentOnItem = defineBlockRule({
  code: 'IMR418',
  name: 'ur-silent-on-item',
  severity: 'information',
  fix: null,
  reads: 'items',
  summary: 'The summary says what utilization review decided on other items and not on this one.',
  why: 'Only treatment that utilization review modified or denied is subject to independent medical review (Labor Code 4610.5(c)(1)); the summary has to show that for each item.',
  repair: 'Add what utilization review decided on this item, and why.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes Norco and
Soma. Utilization review on 12/07/2016 denied Norco 10/325mg #60 for want of a gain.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The injured worker shows no gain in function with Norco, which should be weaned. The
request for Norco 10/325mg #60 is not medically necessary.

Soma 350mg #60: Upheld
^^^^^^^^^^^^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {},
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes Norco and
Soma. Utilization review on 12/07/2016 denied Norco 10/325mg #60 for want of a gain, and the other
requests for want of a history.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The injured worker shows no gain in function with Norco, which should be weaned. The
request for Norco 10/325mg #60 is not medically necessary.

Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle
relaxants (for pain).

Decision rationale: Relief is not on record. The request for Soma 350mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const summary = ask(caseSummary)?.prose;
    if (!summary || !isKnown(ask, block)) return;
    const told = ask(decisionsTold);
    // Where most items are not told one by one, they are told in groups: "the medications".
    if (!told || ask(isTold, block) || !ask(areMostTold)) return;
    yield {
      span: block.heading.item.disputed.span,
      message: 'The summary does not say what utilization review decided on this item.',
      related: placesToRead(ask, block, summary, told),
    };
  },
});

/** The decision that names the item's kind or else the last one, and where the summary names the item before it. */
function placesToRead(ask: Ask, block: DecisionBlock, summary: Reading, told: DecisionsTold): RelatedPlace[] {
  const mentions = ask(mentionsIn, block, summary);
  const decisions = ask(decisionsOfReview).filter(({ kind }) => kind !== 'certified');
  const decision = decisions.find(({ sentence }) => hasWithin(mentions, sentence)) ?? decisions.at(-1);
  const { bodyParts } = ask(subjectOf, block);
  const isItem = (mention: Span): boolean =>
    bodyParts.length === 0 ||
    spansWithin(ask(namesIn, summary), { start: mention.start, end: mention.end + near }).some((name) =>
      partsNamed(ask.library, name).some((part) => bodyParts.some(({ id }) => areOneRegion(ask.library, id, part))),
    );
  const asked = mentions.find((mention) => mention.end <= told.start && isItem(mention));
  return [
    { span: toSourceSpan(summary, decision?.verb ?? told.verb), message: 'What utilization review decided' },
    ...(asked ? [{ span: toSourceSpan(summary, asked), message: 'The item in the summary' }] : []),
  ];
}

/** How far behind a treatment the part may be that it is for. */
const near = 40;

interface DecisionsTold extends Span {
  /** The first verb by which utilization review denied or modified something. */
  readonly verb: Span;
}

/** The summary from the first such decision to its end; undefined where it is about all requests, or names none. */
const decisionsTold = fact((ask): DecisionsTold | undefined => {
  const summary = ask(caseSummary)?.prose;
  const decisions = ask(decisionsOfReview).filter(({ kind }) => kind !== 'certified');
  const [first] = decisions;
  if (!summary || !first) return undefined;
  const concepts = ask(conceptsIn, summary);
  const told = { start: first.sentence.start, end: summary.text.length, verb: first.verb };
  const isForAll = ({ object, sentence }: ReviewDecision): boolean =>
    hasWithin(concepts.of('review.all-items'), sentence) ||
    object.length === 0 ||
    object.some((part) => spansWithin(concepts.of('request.bare'), part).some(({ end }) => !goesOn(summary.text, end)));
  return decisions.some(isForAll) ? undefined : told;
});

/** `the request for …`: what was asked for follows. */
function goesOn(text: string, at: number): boolean {
  return /^ (?:for|of|to)\b/.test(text.slice(at, at + 6));
}

function isKnown(ask: Ask, block: DecisionBlock): boolean {
  const { drugs, treatments } = ask(subjectOf, block);
  return drugs.length + treatments.length > 0;
}

const areMostTold = fact((ask): boolean => {
  const { blocks } = ask.letter;
  return blocks.filter((block) => ask(isTold, block)).length * 2 >= blocks.length;
});

/** The item is named there, with a part of the body where it has one, or by any word of its heading that names something. */
const isTold = fact((ask, block: DecisionBlock): boolean => {
  const summary = ask(caseSummary)?.prose;
  const told = ask(decisionsTold);
  if (!summary || !told) return false;
  if (hasWithin(ask(mentionsIn, block, summary), told)) return !isToldElsewhere(ask, block);
  const { disputed } = block.heading.item;
  const { kinds, words, hasNerveStudy } = ask(wordsTold);
  if (kindsIn(ask, disputed, { start: 0, end: disputed.text.length }).some((kind) => kinds.has(kind))) return true;
  if (hasNerveStudy && ask(conceptsIn, disputed).has('nerve-study')) return true;
  return ask(namingWordsOf, block).some((word) => words.includes(word));
});

/** A treatment that may be for any part of the body is told of another part. */
function isToldElsewhere(ask: Ask, block: DecisionBlock): boolean {
  const { bodyParts, drugs } = ask(subjectOf, block);
  const { parts } = ask(wordsTold);
  return (
    drugs.length === 0 &&
    bodyParts.length > 0 &&
    parts.size > 0 &&
    !bodyParts.some(({ id }) => [...parts].some((part) => areOneRegion(ask.library, id, part)))
  );
}

/** What the summary names where it tells decisions, for each block to look at. */
const wordsTold = fact((ask) => {
  const summary = ask(caseSummary)?.prose;
  const told = ask(decisionsTold);
  const names = summary && told ? spansWithin(ask(namesIn, summary), told) : [];
  return {
    parts: new Set(names.flatMap((name) => partsNamed(ask.library, name))),
    kinds: new Set(summary && told ? kindsIn(ask, summary, told) : []),
    hasNerveStudy: Boolean(summary && told && hasWithin(ask(conceptsIn, summary).of('nerve-study'), told)),
    words: told ? (summary?.text.slice(told.start, told.end).toLowerCase() ?? '') : '',
  };
});

/** The words for kinds of treatment, by which item and decision may both go: `the injection`. */
function kindsIn(ask: Ask, reading: Reading, within: Span): string[] {
  return spansWithin(ask(conceptsIn, reading).of('item.kind'), within).map(({ start, end }) =>
    reading.text.slice(start, end).toLowerCase().slice(0, 5),
  );
}
