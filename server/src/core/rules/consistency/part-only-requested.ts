import { isAncillary } from '../../analysis/ancillary';
import { areOneRegion } from '../../analysis/body-parts';
import { partsNamed } from '../../analysis/case-parts';
import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import { type Ask, fact } from '../../analysis/fact';
import { namesIn } from '../../analysis/names';
import { reviewSentencesIn } from '../../analysis/review-decisions';
import { sentencesIn } from '../../analysis/sentences';
import { subjectOf } from '../../analysis/subjects';
import { toSourceSpan } from '../../text/reading';
import { hasWithin, type Span, spanAround } from '../../text/span';
import { defineBlockRule } from '../rule';

export const partOnlyRequested = defineBlockRule({
  code: 'IMR426',
  name: 'part-only-requested',
  severity: 'information',
  fix: null,
  reads: 'case',
  summary: 'The summary describes other body parts, and names the one in the item only in the request or not at all.',
  why: "The determination rests on the employee's condition (Labor Code 4610.6(e)). A request for a part without a complaint, an injury, or a finding there may be for the wrong part, or the summary leaves out what the request rests on.",
  repair: 'Add the complaint or finding of that part to the summary, or check the part in the request.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She slipped and hurt her
right ankle, which is swollen and tender. The treatment plan included an MRI of the left knee. Utilization review on
12/07/2016 denied the request for an MRI of the left knee.`,
        blocks: `MRI of the left knee: Upheld
^^^^^^^^^^^^^^^^^^^^

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a red flag or a month of care, and the records of the injured worker show neither. The request
for an MRI of the left knee is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She slipped and hurt her
right ankle, which is swollen and tender, and her knee gives way. Utilization review on 12/07/2016 denied the request for an
MRI of the left knee.`,
        blocks: `MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a red flag or a month of care, and the records of the injured worker show neither. The request
for an MRI of the left knee is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const summary = ask(caseSummary)?.prose;
    if (!summary || ask(isAncillary, block)) return;
    const { told, requested } = ask(partsTold);
    const isOfComplaints = (id: string): boolean => ask.library.bodyPart(id)?.complaints === true;
    const other = told.find(({ ids }) => ids.some(isOfComplaints));
    if (!other) return;
    for (const { id } of ask(subjectOf, block).bodyParts) {
      const isOwn = ({ ids }: NamedPart): boolean => ids.some((other) => areOneRegion(ask.library, id, other));
      const asked = requested.find(isOwn);
      if (!isOfComplaints(id) || told.some(isOwn)) continue;
      yield {
        span: block.heading.item.disputed.span,
        message: `The summary reports no complaint or finding for this body part (${ask.library.bodyPart(id)?.name}).`,
        related: [
          asked
            ? { span: toSourceSpan(summary, asked), message: 'Named in the request only' }
            : { span: toSourceSpan(summary, other), message: 'A part that the summary has' },
        ],
      };
      return;
    }
  },
});

interface NamedPart extends Span {
  readonly ids: readonly string[];
}

/** The parts that the summary names, apart by whether the sentence is about what was requested and decided. */
const partsTold = fact((ask: Ask) => {
  const summary = ask(caseSummary)?.prose;
  if (!summary) return { told: [], requested: [] };
  const concepts = ask(conceptsIn, summary);
  const reviews = ask(reviewSentencesIn, summary);
  const asks = [
    ...concepts.of('request.disputed'),
    ...concepts.of('request.for'),
    ...concepts.of('request.authorization'),
    ...concepts.of('request.word'),
  ];
  const named = ask(namesIn, summary).flatMap((name): NamedPart[] => {
    const ids = partsNamed(ask.library, name);
    return ids.length > 0 ? [{ start: name.start, end: name.end, ids }] : [];
  });
  const isRequested = (part: Span): boolean => {
    const sentence = spanAround(ask(sentencesIn, summary), part);
    return sentence !== undefined && (spanAround(reviews, part) !== undefined || hasWithin(asks, sentence));
  };
  return { told: named.filter((part) => !isRequested(part)), requested: named.filter(isRequested) };
});
