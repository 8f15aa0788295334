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
 * sentences that name this item and no other, or no item where the letter has one block; offsets are those of the summary's prose.
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
  const isOnly = ask.letter.blocks.length === 1;
  const isOwn = ({ sentence }: ReviewDecision): boolean =>
    (isOnly || spansWithin(own, sentence).length > 0) && spansWithin(others, sentence).length === 0;
  const certifying = ask(conceptsIn, reading).of('decision.certified');
  return decisions.filter(isOwn).flatMap(({ kind, object, verb }): readonly Span[] => {
    // `Approved only six visits` modifies the request, and says what was granted.
    if (kind === 'certified' || spanAt(certifying, verb.start)) return object;
    if (kind === 'denied') return [];
    return object.flatMap((part) => {
      const turn = spansWithin(turns, part)[0];
      return turn ? [span(turn.start, part.end)] : [];
    });
  });
});
