import { partsNamed } from '../../analysis/case-parts';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { mentionsIn } from '../../analysis/item-mentions';
import { namesIn } from '../../analysis/names';
import { type Restatement, restatementsOf } from '../../analysis/restatements';
import { sidedPartsIn } from '../../analysis/sided-parts';
import type { DecisionBlock } from '../../model/letter';
import { toSourceSpan } from '../../text/reading';
import { hasWithin, type Span, spansWithin } from '../../text/span';
import { defineBlockRule } from '../rule';

export const qualifierDropped = defineBlockRule({
  code: 'IMR424',
  name: 'qualifier-dropped',
  severity: 'hint',
  fix: null,
  reads: 'items',
  summary: 'The conclusion names the item of the heading without its side or without its contrast.',
  why: 'The claims administrator carries out what the conclusion says (8 CCR 9792.10.7). A study or an operation without its side can be done on the wrong one.',
  repair: 'Name the item as the heading does.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review on
12/07/2016 denied an MRI of the right knee.`,
        blocks: `MRI of the right knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a month of care first. The injured worker has had two weeks. The
request for an MRI of the knee is not medically necessary.
                          ^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Utilization review on
12/07/2016 denied an MRI of the right knee.`,
        blocks: `MRI of the right knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: ACOEM asks for a month of care first. The injured worker has had two weeks. The
request for an MRI is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    for (const place of ask(restatementsOf, block)) {
      const dropped =
        place.where === 'rationale'
          ? (sideDropped(ask, block, place) ?? contrastDropped(ask, block, place))
          : undefined;
      if (!dropped) continue;
      yield {
        span: toSourceSpan(place.reading, dropped.at),
        message: `The heading says "${dropped.words}"; this sentence leaves it out.`,
        related: [{ span: block.heading.item.disputed.span, message: 'The item' }],
      };
      return;
    }
  },
});

interface Dropped {
  /** Where it is missing, in the reading of the restatement. */
  readonly at: Span;
  /** What the heading says: `right`. */
  readonly words: string;
}

/** The part of the heading is named, and no part that the conclusion names has a side. */
function sideDropped(ask: Ask, block: DecisionBlock, { reading, span }: Restatement): Dropped | undefined {
  const { disputed } = block.heading.item;
  const [own] = ask(sidedPartsIn, disputed);
  if (!own || spansWithin(ask(sidedPartsIn, reading), span).length > 0) return undefined;
  const at = spansWithin(ask(conceptsIn, reading).family('paired-part'), span).find(
    ({ kind }) => kind.replace('-', ' ') === own.part,
  );
  return at && { at, words: disputed.text.slice(own.start, own.end) };
}

/** The conclusion names the study and leaves out that it is with or without contrast. */
function contrastDropped(ask: Ask, block: DecisionBlock, { reading, span }: Restatement): Dropped | undefined {
  const { disputed } = block.heading.item;
  const [own] = ask(conceptsIn, disputed).of('item.contrast');
  const at = spansWithin(ask(mentionsIn, block, reading), span)[0];
  if (!own || !at || hasWithin(ask(conceptsIn, reading).of('item.contrast'), span)) return undefined;
  // A bare "the MRI" stands for the item as a whole; one with its part repeats the heading.
  const parts = spansWithin(ask(namesIn, reading), span).filter((name) => partsNamed(ask.library, name).length > 0);
  const isBare = span.end - at.end < 4 && parts.length === 0;
  return isBare ? undefined : { at, words: disputed.text.slice(own.start, own.end) };
}
