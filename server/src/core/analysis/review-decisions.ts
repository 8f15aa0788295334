import type { ConceptId } from '../library/lexicon/generated/concept-id';
import type { ConceptMatches } from '../library/lexicon/lexicon';
import { matchesIn } from '../text/matches';
import { type Span, span, spansWithin } from '../text/span';
import { caseSummary } from './case-summary';
import { conceptsIn } from './concepts';
import { fact, textFact } from './fact';
import { sentencesIn } from './sentences';

/** What the clinical summary says that utilization review did with a request. Offsets are those of the summary's reading. */
export interface ReviewDecision {
  readonly kind: 'denied' | 'modified' | 'certified';
  /** The words that say so: `non-certified`. */
  readonly verb: Span;
  /** What it was done to, reasons left out; empty where the sentence does not say (`denied the request`). */
  readonly object: readonly Span[];
  readonly sentence: Span;
}

/** What the summary says that utilization review did; offsets are those of the summary's prose. */
export const decisionsOfReview = fact((ask): readonly ReviewDecision[] => {
  const summary = ask(caseSummary);
  return summary ? ask(decisionsIn, summary.prose) : [];
});

/** The sentences that tell what utilization review, and nobody else, decided. */
export const reviewSentencesIn = textFact((_, __, of): readonly Span[] => {
  const concepts = of(conceptsIn);
  if (!concepts.has('review.decides')) return [];
  const says = (sentence: Span, concept: ConceptId): boolean => spansWithin(concepts.of(concept), sentence).length > 0;
  const isTold = (sentence: Span): boolean => says(sentence, 'review.decides') && says(sentence, 'review.matter');
  // `The utilization review is dated June 2. It denied six visits.`
  const goesOn = (sentence: Span, before: Span | undefined): boolean =>
    before !== undefined && says(before, 'utilization-review') && says(sentence, 'review.goes-on');
  const sentences = of(sentencesIn);
  return sentences.filter((sentence, i) => isTold(sentence) || goesOn(sentence, sentences[i - 1]));
});

const decisionsIn = textFact((text, _, of): readonly ReviewDecision[] =>
  of(reviewSentencesIn).flatMap((sentence) => decisionsOf(text, of(conceptsIn), sentence)),
);

function decisionsOf(text: string, concepts: ConceptMatches, sentence: Span): ReviewDecision[] {
  const verbs = spansWithin(concepts.family('decision'), sentence);
  return verbs.map((verb, i) => {
    const isPassive = concepts
      .of('decided-passively')
      .some(({ start, end }) => start <= verb.start && end === verb.end);
    const hasObjectBehind = !isPassive || text.startsWith(' for ', verb.end);
    const behind = span(verb.end, verbs[i + 1]?.start ?? sentence.end);
    return {
      kind: verb.kind as ReviewDecision['kind'],
      verb,
      object: [
        ...(isPassive ? passiveObject(text, span(verbs[i - 1]?.end ?? sentence.start, verb.start)) : []),
        ...(hasObjectBehind ? activeObject(text, behind, concepts.of('reason.begins')) : []),
      ],
      sentence,
    };
  });
}

/** From the verb to the next one, a reason cut out of each part. */
function activeObject(text: string, { start, end }: Span, reasons: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const piece of text.slice(start, end).split(';')) {
    const until = from + piece.length;
    const reason = reasons.find((each) => each.start > from && each.end <= until);
    const part = span(from, reason ? reason.start - 1 : until);
    if (text.slice(part.start, part.end).trim() !== '') parts.push(part);
    from = until + 1;
  }
  return parts;
}

/** From the clause's start to the verb. */
function passiveObject(text: string, { start, end }: Span): Span[] {
  const before = text.slice(start, end);
  const clause = matchesIn(before, /;|\.(?=[A-Z])/g).at(-1)?.index ?? -1;
  return before.slice(clause + 1).trim() === '' ? [] : [span(start + clause + 1, end)];
}
