import type { LetterAnalysis } from '../../analysis/analysis';
import { findSidedParts, type SidedPart } from '../../analysis/sided-parts';
import type { DecisionBlock } from '../../model/letter';
import { type Reading, toSourceSpan } from '../../text/reading';
import type { Span } from '../../text/span';
import { defineBlockRule } from '../rule';

export const sideMismatch = defineBlockRule({
  code: 'IMR414',
  name: 'side-mismatch',
  severity: 'warning',
  fix: null,
  summary: 'The item is about one side of the body and the summary or the rationale about the other.',
  why: 'A study or an operation on the wrong side cannot be undone. Reviewing the wrong part of the body is an error of fact for which determinations have been set aside (Labor Code 4610.6(h)).',
  repair: 'Look the side up in the request for authorization and correct the other place.',
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
    ],
    good: [
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
  *check({ analysis, block }) {
    const { reading } = block.heading.item;
    for (const own of singleSided(findSidedParts(reading.text))) {
      const other = opposite(analysis, block, own);
      if (!other) continue;
      yield {
        span: toSourceSpan(reading, own),
        message: `the heading is about the ${own.side} ${own.part}, the ${other.where} about the ${other.part.side} one. Reviewing the wrong side is a plain error of fact (Labor Code 4610.6(h)). Look it up in the request and correct the other place.`,
        related: [
          { span: toSourceSpan(other.reading, other.part), message: `The ${other.where} says ${other.part.side}` },
        ],
      };
      return;
    }
  },
});

/** The parts that a text names with one side only. */
function singleSided(parts: readonly SidedPart[]): SidedPart[] {
  const first = parts.filter((part, i) => parts.findIndex((other) => other.part === part.part) === i);
  return first.filter(
    ({ part, side }) => side !== 'bilateral' && parts.every((other) => other.part !== part || other.side === side),
  );
}

interface Opposite {
  readonly where: 'summary' | 'rationale';
  readonly reading: Reading;
  readonly part: SidedPart;
}

/** A place that states the request, or a whole text, that knows the part on the other side only. */
function opposite(analysis: LetterAnalysis, block: DecisionBlock, own: SidedPart): Opposite | undefined {
  for (const { where, reading, span, blocks } of analysis.restatementsOf(block)) {
    const allowed = blocks.flatMap(({ heading }) => findSidedParts(heading.item.text));
    const part = otherSideIn(reading, span, own);
    if (part && !allowed.some((candidate) => candidate.part === part.part && candidate.side === part.side))
      return { where, reading, part };
  }
  const { rationale } = block.fields;
  const inRationale = otherSideIn(rationale.body, { start: 0, end: rationale.body.text.length }, own);
  if (inRationale) return { where: 'rationale', reading: rationale.body, part: inRationale };
  const reading = analysis.summary?.prose;
  const part = reading && otherSideIn(reading, { start: 0, end: reading.text.length }, own);
  return part && { where: 'summary', reading, part };
}

function otherSideIn({ text }: Reading, { start, end }: Span, own: SidedPart): SidedPart | undefined {
  const found = singleSided(findSidedParts(text.slice(start, end))).find(
    ({ part, side }) => part === own.part && side !== own.side,
  );
  return found && { ...found, start: found.start + start, end: found.end + start };
}
