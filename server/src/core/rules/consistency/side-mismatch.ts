import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import { type Ask, fact } from '../../analysis/fact';
import { restatementsOf } from '../../analysis/restatements';
import { type SidedPart, sidedPartsIn, sidesInHeadings } from '../../analysis/sided-parts';
import { subjectOf } from '../../analysis/subjects';
import type { ConceptId } from '../../library/lexicon/generated/concept-id';
import type { DecisionBlock } from '../../model/letter';
import type { Finding } from '../../problem/problem';
import { addTo } from '../../text/groups';
import { type Reading, toSourceSpan } from '../../text/reading';
import { contains, type Span, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const sideMismatch = defineBlockRule({
  code: 'IMR414',
  name: 'side-mismatch',
  severity: 'warning',
  fix: null,
  reads: 'items',
  summary: 'The item is about one side of the body, and the summary or rationale about the other.',
  why: 'A study or an operation on the wrong side cannot be undone. Determinations on the wrong body part have been contested as a plainly erroneous finding of fact (Labor Code 4610.6(h)).',
  repair: 'Look up the side in the request for authorization and correct the wrong place.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has left knee
pain. Utilization review on 12/07/2016 denied the request for an MRI of the left knee.`,
        blocks: `MRI of the right knee: Upheld
           ^^^^^

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a month of care first. The injured worker has had two weeks. The
request for an MRI is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has left knee
and right knee pain. Utilization review on 12/07/2016 denied the request for knee imaging.`,
        blocks: `MRI of the right knee: Upheld
           ^^^^^

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a month of care first. The injured worker has had two weeks. The
request for MRI of the left knee is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 denied the request for EMG of the bilateral upper extremities.`,
        blocks: `EMG of the left upper extremity: Upheld
           ^^^^

Claims Administrator guideline: Decision based on MTUS Neck and Upper Back Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special
Studies.

Decision rationale: No radiculopathy is suspected in the injured worker. The request for an EMG is not
medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has right ankle pain.
Utilization review on 12/07/2016 denied a brace for the right ankle.`,
        blocks: `Brace for the right ankle: Upheld
              ^^^^^

Claims Administrator guideline: Decision based on MTUS Ankle and Foot Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Ankle and Foot Complaints 2004, Section(s): Initial Care.

Decision rationale: ACOEM allows braces for unstable joints. The injured worker has a stable left ankle. The request for a
brace for the right ankle is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has left wrist pain.
Utilization review on 12/07/2016 denied wrist braces.`,
        blocks: `Brace for the left wrist: Upheld

Claims Administrator guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care.

Decision rationale: The joint of the injured worker is stable. The request is not medically necessary.

Brace for the right wrist: Upheld

Claims Administrator guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care.

Decision rationale: The joint of the injured worker is stable. The request is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She is right hand
dominant and has right knee pain and left ankle pain; the left knee is well. Utilization review on
12/07/2016 denied an MRI of the right knee.`,
        blocks: `MRI of the right knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a month of care first. The injured worker has had two weeks, and
the left knee bends as far as the right knee. The request for an MRI is not medically necessary.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review
on 12/07/2016 denied an MRI of the right and left knee.`,
        blocks: `MRI right knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a month of care first. The injured worker has had two weeks. The
request for "MRI right knee" is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { disputed } = block.heading.item;
    for (const own of singleSided(ask(sidedPartsIn, disputed))) {
      const other = inOtherPortion(ask, block, own) ?? opposite(ask, block, own);
      if (!other) continue;
      yield {
        span: toSourceSpan(disputed, own),
        message: `The heading is about the ${own.side} ${own.part}, ${describe(other)}.`,
        related: [{ span: toSourceSpan(other.reading, other.part), message: `${other.part.side} here` }],
      };
      return;
    }
    yield* bothAgainstOne(ask, block);
  },
});

/** One side of a pair in the heading and both where the request is stated, or the other way round. */
function* bothAgainstOne(ask: Ask, block: DecisionBlock): Generator<Finding> {
  const { disputed } = block.heading.item;
  const own = ask(sidedPartsIn, disputed);
  for (const { where, reading, span } of ask(restatementsOf, block)) {
    // `Right and left` asks for two items, of which one may be left undecided: another rule's matter.
    const says = (side: ConceptId): boolean => spansWithin(ask(conceptsIn, reading).of(side), span).length > 0;
    if (says('side.left') && says('side.right')) continue;
    const stated = spansWithin(ask(sidedPartsIn, reading), span);
    for (const side of own) {
      const same = stated.filter(({ part }) => part === side.part);
      const [first] = same;
      const isOpen = isBoth(same) !== isBoth(own.filter(({ part }) => part === side.part));
      // Another block may decide on the other side, or on the one that is meant here.
      if (!first || !isOpen || isDecidedElsewhere(ask, side)) continue;
      yield {
        span: toSourceSpan(disputed, side),
        message: `The heading is about ${sidesOf(side)}, the ${where} about ${isBoth(same) ? `both sides of the ${side.part}` : sidesOf(first)}.`,
        related: [
          {
            span: toSourceSpan(reading, first),
            message: `${first.side} here`,
          },
        ],
      };
      return;
    }
  }
}

function isDecidedElsewhere(ask: Ask, { part, side }: SidedPart): boolean {
  const sides = ask(sidesInHeadings).get(part);
  return sides !== undefined && (sides.size > 1 || !sides.has(side));
}

function isBoth(parts: readonly SidedPart[]): boolean {
  return parts.some(({ side }) => side === 'bilateral') || new Set(parts.map(({ side }) => side)).size > 1;
}

function sidesOf({ side, part }: SidedPart): string {
  return side === 'bilateral' ? `both sides of the ${part}` : `the ${side} ${part}`;
}

function describe({ where, part }: Opposite): string {
  return where === 'heading'
    ? `and about the ${part.side} one in another portion`
    : `the ${where} about the ${part.side} one`;
}

/** The parts that a text names on one side only; `bilateral` says neither. */
function singleSided(parts: readonly SidedPart[]): SidedPart[] {
  const first = parts.filter(
    ({ part, side }, i) =>
      side !== 'bilateral' && parts.findIndex((other) => other.part === part && other.side !== 'bilateral') === i,
  );
  return first.filter(({ part, side }) =>
    parts.every((other) => other.part !== part || other.side === side || other.side === 'bilateral'),
  );
}

interface Opposite {
  readonly where: 'heading' | 'summary' | 'rationale';
  readonly reading: Reading;
  readonly part: SidedPart;
}

/** The portions of a heading are of one request: what is left of it lies on the side that was asked for. */
function inOtherPortion(ask: Ask, { heading }: DecisionBlock, own: SidedPart): Opposite | undefined {
  const { disputed, reading, request } = heading.item;
  if (!request.original) return undefined;
  const other = request.remaining
    ? { start: 0, end: request.original.text.length }
    : { start: disputed.text.length, end: reading.text.length };
  const part = otherSideIn(ask, reading, other, own);
  return part && { where: 'heading', reading, part };
}

/** A place that states the request, or a whole text, that knows the part on the other side only. */
function opposite(ask: Ask, block: DecisionBlock, own: SidedPart): Opposite | undefined {
  for (const { where, reading, span, blocks } of ask(restatementsOf, block)) {
    const allowed = blocks.flatMap(({ heading }) => ask(sidedPartsIn, heading.item.reading));
    const part = otherSideIn(ask, reading, span, own);
    if (part && !allowed.some((candidate) => candidate.part === part.part && candidate.side === part.side))
      return { where, reading, part };
  }
  if (isDecidedForOtherSide(ask, block, own)) return undefined;
  const { body } = block.fields.rationale;
  const summary = ask(caseSummary)?.prose;
  const inRationale = otherSideIn(ask, body, whole(body), own) ?? (summary && besideRequest(ask, block, summary, own));
  if (inRationale) return { where: 'rationale', reading: body, part: inRationale };
  const part = summary && otherSideIn(ask, summary, whole(summary), own);
  return part && { where: 'summary', reading: summary, part };
}

function whole({ text }: Reading): Span {
  return { start: 0, end: text.length };
}

/** What the rationale says aside from the request knows the other side only, and the summary the item's own. */
function besideRequest(ask: Ask, block: DecisionBlock, summary: Reading, own: SidedPart): SidedPart | undefined {
  const { body } = block.fields.rationale;
  const isOther = ({ part, side }: SidedPart): boolean => part === own.part && side !== own.side;
  const told = ask(sidedPartsIn, summary).filter(({ part }) => part === own.part);
  if (told.length === 0 || told.some(isOther)) return undefined;
  const requests = ask(restatementsOf, block).filter(({ where }) => where === 'rationale');
  const aside = ask(sidedPartsIn, body).filter(
    (each) => each.part === own.part && !requests.some(({ span }) => contains(span, each)),
  );
  return aside.every(isOther) && !ask(conceptsIn, body).has('sides-compared') ? aside[0] : undefined;
}

/** Another block decides on the same item for the other side. */
function isDecidedForOtherSide(ask: Ask, block: DecisionBlock, own: SidedPart): boolean {
  const decided = ask(blocksBySide);
  return namesOfItem(ask, block).some((name) =>
    sides.some(
      (side) =>
        side !== own.side && decided.get(keyOf(name, { part: own.part, side }))?.some((other) => other !== block),
    ),
  );
}

const sides = ['left', 'right', 'bilateral'] as const;

/** The blocks that decide on an item for a side of a part. */
const blocksBySide = fact((ask) => {
  const decided = new Map<string, DecisionBlock[]>();
  for (const block of ask.letter.blocks) {
    const keys = ask(sidedPartsIn, block.heading.item.reading).flatMap((part) =>
      namesOfItem(ask, block).map((name) => keyOf(name, part)),
    );
    for (const key of new Set(keys)) addTo(decided, key, block);
  }
  return decided;
});

function keyOf(name: string, { part, side }: Pick<SidedPart, 'part' | 'side'>): string {
  return `${side} ${part}: ${name}`;
}

/** The drugs and treatments of an item, and its words without their side. */
function namesOfItem(ask: Ask, block: DecisionBlock): readonly string[] {
  const { drugs, treatments } = ask(subjectOf, block);
  const { text } = block.heading.item.disputed;
  const [side] = ask(sidedPartsIn, block.heading.item.disputed);
  const words = side ? text.slice(0, side.start) + text.slice(side.end) : text;
  return [...drugs.map(({ id }) => id), ...treatments.map(({ id }) => id), words.toLowerCase()];
}

function otherSideIn(ask: Ask, reading: Reading, part: Span, own: SidedPart): SidedPart | undefined {
  return singleSided(spansWithin(ask(sidedPartsIn, reading), part)).find(
    (other) => other.part === own.part && other.side !== own.side,
  );
}
