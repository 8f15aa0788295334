import type { DecisionBlock } from '../model/letter';
import { type Span, span, spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn } from './concepts';
import { fact } from './fact';
import { mentionsIn } from './item-mentions';
import { decisionsOfReview } from './review-decisions';

/**
 * Where the summary says how much of a block's request utilization review granted: `modified … to #30`, `and authorized #30`. Only
 * sentences that name the item and modify it; offsets are those of the summary's prose.
 */
export const grantsOf = fact((ask, block: DecisionBlock): readonly Span[] => {
  const reading = ask(caseSummary)?.prose;
  if (!reading) return [];
  const own = ask(mentionsIn, block, reading);
  const decisions = ask(decisionsOfReview);
  const turns = ask(conceptsIn, reading).of('request.granted');
  const modified = decisions.filter(({ kind, sentence }) => {
    const inSentence = decisions.filter((other) => other.sentence.start === sentence.start);
    const isOnly = inSentence.filter((other) => other.kind === 'modified').length === 1;
    return kind === 'modified' && isOnly && spansWithin(own, sentence).length === 1;
  });
  return modified.flatMap(({ sentence, object }): Span[] => {
    const certified = decisions.filter(
      (other) => other.kind === 'certified' && other.sentence.start === sentence.start,
    );
    const behind = object.flatMap((part) => {
      const turn = spansWithin(turns, part)[0];
      return turn ? [span(turn.start, part.end)] : [];
    });
    return [...certified.flatMap((other) => other.object), ...behind];
  });
});
