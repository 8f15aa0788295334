import { caseSummary } from '../../analysis/case-summary';
import { conceptsIn } from '../../analysis/concepts';
import type { Ask } from '../../analysis/fact';
import { voicesIn } from '../../analysis/sentence-voices';
import { type SidedPart, sidedPartsIn } from '../../analysis/sided-parts';
import { addTo } from '../../text/groups';
import { type Reading, toSourceSpan } from '../../text/reading';
import { hasWithin, spanAround, spansWithin } from '../../text/span';
import { defineLetterRule } from '../rule';

export const sideWithinSummary = defineLetterRule({
  code: 'IMR428',
  name: 'side-within-summary',
  severity: 'information',
  fix: null,
  reads: 'items',
  summary: 'The summary puts a complaint or finding on one side, and all else in the letter is about the other side.',
  why: 'The reader cannot tell which side is injured. A plainly erroneous finding of fact may be a ground of appeal (Labor Code 4610.6(h)).',
  repair: 'Look the side up in the report. If both sides are injured, say so.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She was treated for a
sprain of the right elbow. The left elbow was tender. The right elbow was braced. Utilization review on
                               ^^^^
12/07/2016 denied Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She was treated for a
sprain of the right elbow. She complained of pain in the left elbow. Utilization review on
                                                         ^^^^
12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {},
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She was treated for a
sprain of the right elbow. The left elbow was normal. The right elbow was braced. The left knee and the right knee hurt. The left
hip hurts now. Both hips were stiff. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask }) {
    const summary = ask(caseSummary)?.prose;
    if (!summary) return;
    const others = textsOfItems(ask).flatMap((reading) => ask(sidedPartsIn, reading));
    for (const [part, stated] of byPart(ask(sidedPartsIn, summary))) {
      if ([...stated, ...others.filter((other) => other.part === part)].some(({ side }) => side === 'bilateral'))
        continue;
      const odd = oddOneOf(stated);
      const usual = stated.find((other) => other.side !== odd?.side);
      if (!odd || !usual || others.some((other) => other.part === part && other.side === odd.side)) continue;
      if (!isComplaint(ask, summary, odd)) continue;
      const isHeaded = others.some((other) => other.part === part) || stated.length > 2;
      yield {
        span: toSourceSpan(summary, odd),
        message: `Here the ${part} is the ${odd.side} one; everywhere else it is the ${usual.side}.`,
        related: [{ span: toSourceSpan(summary, usual), message: `Here it is the ${usual.side}` }],
        ...(!isHeaded && { atMost: 'hint' as const }),
      };
    }
  },
});

function textsOfItems(ask: Ask): readonly Reading[] {
  return ask.letter.blocks.flatMap(({ heading, fields }) => [heading.item.reading, fields.rationale.body]);
}

function byPart(stated: readonly SidedPart[]): ReadonlyMap<string, readonly SidedPart[]> {
  const parts = new Map<string, SidedPart[]>();
  for (const each of stated) addTo(parts, each.part, each);
  return parts;
}

/** The only one on its side; of two, the one told later. */
function oddOneOf(stated: readonly SidedPart[]): SidedPart | undefined {
  const [left, right] = (['left', 'right'] as const).map((side) => stated.filter((each) => each.side === side));
  if (!left?.length || !right?.length) return undefined;
  if (left.length > 1 && right.length > 1) return undefined;
  if (left.length === right.length) return stated.at(-1);
  return left.length === 1 ? left[0] : right[0];
}

/** A sentence of its own tells something of this side that is wrong with it, and compares it with nothing. */
function isComplaint(ask: Ask, summary: Reading, odd: SidedPart): boolean {
  const sentence = spanAround(ask(voicesIn, summary), odd);
  if (!sentence) return false;
  const sides = new Set(spansWithin(ask(sidedPartsIn, summary), sentence).map(({ side }) => side));
  return sides.size === 1 && !hasWithin(ask(conceptsIn, summary).of('side.compared'), sentence);
}
