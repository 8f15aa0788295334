import { caseSummary } from '../../analysis/case-summary';
import { type Ask, fact } from '../../analysis/fact';
import { voicesIn } from '../../analysis/sentence-voices';
import { type SidedPart, sidedPartsIn } from '../../analysis/sided-parts';
import { addTo } from '../../text/groups';
import { toSourceSpan } from '../../text/reading';
import { spanAround } from '../../text/span';
import { defineBlockRule } from '../rule';

export const sideNotInSummary = defineBlockRule({
  code: 'IMR425',
  name: 'side-not-in-summary',
  severity: 'information',
  fix: null,
  reads: 'items',
  summary: 'The rationale names a part of this patient on one side, and the summary knows only the other side.',
  why: 'A finding on the wrong side is a wrong fact, or the summary lacks a complaint that decided the item. A plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Look the side up in the report. Correct one of the places, or add the complaint to the summary.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Her right thumb is
weak. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The examination of the injured worker is normal except for the left thumb. Norco
                                                                                   ^^^^
should be weaned. The request for Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Her right thumb is
weak, and both wrists hurt. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Indications for
Tapering Opioids.

Decision rationale: The examination of the injured worker is normal except for the right thumb and the left
wrist. Norco should be weaned. The request for Norco 10/325mg #60 is not medically necessary.`,
      },
    ],
  },
  *check({ ask, block }) {
    const { body } = block.fields.rationale;
    const seen = new Set<string>();
    for (const stated of ask(sidedPartsIn, body)) {
      const known = ask(sidesOfCase).get(stated.part);
      const [only] = known ?? [];
      if (!only || seen.has(stated.part) || !isOtherSide(stated, known ?? [])) continue;
      const sentence = spanAround(ask(voicesIn, body), stated);
      if (sentence?.voice !== 'case' || sentence.advises) continue;
      seen.add(stated.part);
      yield {
        span: toSourceSpan(body, stated),
        message: `The rationale says "${stated.side} ${stated.part}"; everywhere else it is the ${only.side}.`,
        related: [{ span: only.source, message: `Here it is ${only.side}` }],
      };
    }
  },
});

interface PlacedSide {
  readonly side: SidedPart['side'];
  readonly source: { readonly start: number; readonly end: number };
}

/** The sides of each part that the summary and the headings name, with their places in the source. */
const sidesOfCase = fact((ask: Ask): ReadonlyMap<string, readonly PlacedSide[]> => {
  const summary = ask(caseSummary)?.prose;
  const readings = [...(summary ? [summary] : []), ...ask.letter.blocks.map(({ heading }) => heading.item.reading)];
  const sides = new Map<string, PlacedSide[]>();
  for (const reading of readings) {
    for (const part of ask(sidedPartsIn, reading)) {
      addTo(sides, part.part, { side: part.side, source: toSourceSpan(reading, part) });
    }
  }
  return sides;
});

function isOtherSide({ side }: SidedPart, known: readonly PlacedSide[]): boolean {
  return side !== 'bilateral' && known.every((other) => other.side !== side && other.side !== 'bilateral');
}
