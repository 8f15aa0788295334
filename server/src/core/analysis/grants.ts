import type { DecisionBlock } from '../model/letter';
import { type Span, span, spanAt, spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn } from './concepts';
import { fact } from './fact';
import { mentionsIn } from './item-mentions';
import { namesMeantIn } from './misspelled-drugs';
import { isItem } from './open-parts';
import { decisionsOfReview, type ReviewDecision } from './review-decisions';

/**
 * Where the summary says how much of a block's request utilization review granted: `modified … to #30`, `certified #30`. Only
 * sentences that name this item and no other; offsets are those of the summary's prose.
 */
export const grantsOf = fact((ask, block: DecisionBlock): readonly Span[] => {
  const reading = ask(caseSummary)?.prose;
  if (!reading) return [];
  const decisions = ask(decisionsOfReview);
  const turns = ask(conceptsIn, reading).of('request.granted');
  const own = ask(mentionsIn, block, reading);
  const others = ask(namesMeantIn, reading).filter(
    (name) => isItem(ask, reading, name) && spanAt(own, name.start) === undefined,
  );
  const isOwn = ({ sentence }: ReviewDecision): boolean =>
    spansWithin(own, sentence).length > 0 && spansWithin(others, sentence).length === 0;
  return decisions.filter(isOwn).flatMap(({ kind, object }): readonly Span[] => {
    if (kind === 'certified') return object;
    if (kind === 'denied') return [];
    return object.flatMap((part) => {
      const turn = spansWithin(turns, part)[0];
      return turn ? [span(turn.start, part.end)] : [];
    });
  });
});
