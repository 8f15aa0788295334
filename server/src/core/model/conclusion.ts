import { findOpenTexts } from '../text/open-text';
import { type Reading, toSourceSpan } from '../text/reading';
import { type Span, spansWithin } from '../text/span';
import { createVerdictFinder } from './verdict';
import type { VerdictWords } from './verdict-words';

/** A statement whether the request is medically necessary. */
export interface Conclusion {
  readonly necessary: boolean;
  /** The sentence. */
  readonly span: Span;
  /** The words that carry the verdict: `is not medically necessary`. */
  readonly phrase: Span;
}

/**
 * Every conclusion of a rationale in text order; the last one is the one that counts, the others repeat or contradict it. Quoted
 * guidelines, conditions, what somebody else found and sentences that are still open are not among them. `words` and `sentences`
 * are those of the rationale's `text`, and so are the spans.
 */
export function findConclusions(text: string, sentences: readonly Span[], words: VerdictWords): Conclusion[] {
  const verdictsIn = createVerdictFinder(text, words);
  return sentences.flatMap((sentence) => {
    const verdicts = verdictsIn(sentence);
    if (verdicts.length === 0 || findOpenTexts(text.slice(sentence.start, sentence.end)).length > 0) return [];
    return verdicts.map(({ start, end, necessary }) => ({ necessary, span: sentence, phrase: { start, end } }));
  });
}

/** Of the open sentences of a rationale, the last that speaks of medical necessity, in the source; undefined where none does. */
export function findOpenConclusion(rationale: Reading, open: readonly Span[], words: VerdictWords): Span | undefined {
  const predicates = words.of('conclusion.predicate');
  if (predicates.length === 0) return undefined;
  const last = open.findLast((sentence) => spansWithin(predicates, sentence).length > 0);
  return last && toSourceSpan(rationale, last);
}
