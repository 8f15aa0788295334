import { caseSummary } from '../../analysis/case-summary';
import { type Ask, fact } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesIn } from '../../analysis/names';
import { decisionsOfReview, type ReviewDecision } from '../../analysis/review-decisions';
import { subjectOf } from '../../analysis/subjects';
import type { NameMatch } from '../../library/types';
import type { DecisionBlock, Letter } from '../../model/letter';
import { namesRest } from '../../model/set-words';
import { replaceParts } from '../../problem/edits';
import { portionsTemplate } from '../../problem/field-template';
import type { Fix } from '../../problem/fix';
import { toSourceSpan } from '../../text/reading';
import { spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const modifiedWithoutPortion = defineBlockRule({
  code: 'IMR412',
  name: 'modified-without-portion',
  severity: 'warning',
  fix: 'review',
  reads: 'items',
  summary: 'Utilization review approved part of the request, but the heading disputes all of it.',
  why: 'Only what was modified or denied is subject to review (Labor Code 4610.5(c)(1)). A heading that omits the authorized part decides on treatment that is not in dispute.',
  repair:
    'Write the heading as "… was the original request. … was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, … is".',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 partially certified a prescription for Norco 10/325mg #60 and denied Soma 350mg #30.`,
        blocks: `Norco 10/325mg #60: Upheld
^^^^^^^^^^^^^^^^^^

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The records of the injured worker show no gain in function with Norco, which
should be weaned. The request for Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016, on modified duty and
with activity modified. Utilization review on 12/07/2016 modified the request for physical therapy to
six visits and denied Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 modified the request for Norco 10/325mg #60 to #25.`,
        blocks: `Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims
Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #35 is: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The records of the injured worker show no gain in function with Norco, which
should be weaned. The request is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { item } = block.heading;
    const reading = ask(caseSummary)?.prose;
    if (!reading || item.request.original || item.text === '') return;
    const decisions = ask(decisionsOfReview).filter((decision) => isAbout(ask, block, decision));
    const isPartial = ({ kind, sentence }: ReviewDecision): boolean =>
      kind === 'modified' ||
      (kind === 'denied' && namesRest(reading.text.slice(sentence.start, sentence.end), ask.letter.form));
    const modified = decisions.find(isPartial);
    if (!modified || decisions.some((decision) => decision.kind === 'denied' && !isPartial(decision))) return;
    yield {
      span: item.span,
      message: 'Utilization review approved part of this request; the heading disputes all of it.',
      related: [{ span: toSourceSpan(reading, modified.verb), message: 'The decision of utilization review' }],
      fixes: [rewriting(ask.letter, block)],
    };
  },
});

/** The decision names the item, and no other block takes that name; or it names nothing and the letter has one item. */
function isAbout(ask: Ask, block: DecisionBlock, decision: ReviewDecision): boolean {
  const own = namesOf(ask, block, decision);
  if (own.length === 0) return ask.letter.blocks.length === 1 && !namesSomethingElse(ask, decision);
  const taken = ask(namesOfPortions, decision);
  return !own.some((start) => taken.has(start));
}

/** Where the decision names the items of blocks that dispute a portion. */
const namesOfPortions = fact((ask, decision: ReviewDecision): ReadonlySet<number> => {
  const portions = ask.letter.blocks.filter(({ heading }) => heading.item.request.original);
  return new Set(portions.flatMap((block) => namesOf(ask, block, decision)));
});

/** Where in the summary the decision names the block's item. */
function namesOf(ask: Ask, block: DecisionBlock, decision: ReviewDecision): readonly number[] {
  const summary = ask(caseSummary)?.prose;
  if (!summary) return [];
  const mentions = ask(mentionsIn, block, summary);
  const inside = decision.object.flatMap((part) => spansWithin(mentions, part));
  if (inside.length === 0 || !isOfPart(ask, block, bodyPartsIn(ask, decision))) return [];
  return inside.map(({ start }) => start);
}

function namesInSummary(ask: Ask): readonly NameMatch[] {
  const summary = ask(caseSummary);
  return summary ? ask(namesIn, summary.prose) : [];
}

function bodyPartsIn(ask: Ask, { object }: ReviewDecision): string[] {
  const names = namesInSummary(ask);
  const inside = object.flatMap((part) => spansWithin(names, part));
  return inside.flatMap(({ refs }) => refs.filter(({ kind }) => kind === 'body-part').map(({ id }) => id));
}

function isOfPart(ask: Ask, block: DecisionBlock, parts: readonly string[]): boolean {
  const own = ask(subjectOf, block).bodyParts;
  return own.length === 0 || parts.length === 0 || own.some(({ id }) => parts.includes(id));
}

/** The words name a drug, treatment or part of the body that is not the item's. */
function namesSomethingElse(ask: Ask, { object }: ReviewDecision): boolean {
  const names = namesInSummary(ask);
  const inside = object.flatMap((part) => spansWithin(names, part)).filter(({ sure }) => sure);
  return inside.some(({ refs }) => refs.some(({ kind }) => kind !== 'body-part' && kind !== 'abbreviation'));
}

function rewriting({ form }: Letter, { heading }: DecisionBlock): Fix {
  const { text, span } = heading.item;
  return {
    title: 'Add the authorized and remaining portions to the heading',
    kind: 'review',
    edits: [replaceParts(span, portionsTemplate(form, text))],
  };
}
