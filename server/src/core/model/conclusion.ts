import { findOpenSentences, findOpenTexts } from '../text/open-text';
import { type Reading, toSourceSpan } from '../text/reading';
import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';
import { findVerdicts } from './verdict';

/** A statement whether the request is medically necessary. */
export interface Conclusion {
  readonly necessary: boolean;
  /** The sentence. */
  readonly span: Span;
  /** The words that carry the verdict: `is not medically necessary`. */
  readonly phrase: Span;
}

/** The opioid advisory speaks of necessity and decides nothing. */
const advisory = /medical necessity decision should not|decision addresses the medical necessity/i;

/**
 * Every conclusion of a rationale in text order; the last one is the one that counts, the others repeat or contradict it.
 * Quoted guidelines, conditions, what somebody else found and sentences that are still open are not among them. Spans are those of the source.
 */
export function findConclusions(rationale: Reading): Conclusion[] {
  const { text } = rationale;
  if (!/necess|medically/i.test(text)) return [];
  const conclusions: Conclusion[] = [];
  for (const sentence of splitSentences(text)) {
    const words = text.slice(sentence.start, sentence.end);
    if (!/necess|medically/i.test(words) || advisory.test(words) || findOpenTexts(words).length > 0) continue;
    for (const { start, end, necessary } of findVerdicts(words)) {
      const phrase = { start: sentence.start + start, end: sentence.start + end };
      conclusions.push({
        necessary,
        span: toSourceSpan(rationale, sentence),
        phrase: toSourceSpan(rationale, phrase),
      });
    }
  }
  return conclusions;
}

/** The last sentence of a rationale that speaks of medical necessity and is still open, in the source; undefined where none is. */
export function findOpenConclusion(rationale: Reading): Span | undefined {
  if (!/medically necessary/i.test(rationale.text)) return undefined;
  const open = findOpenSentences(rationale.text).findLast(({ start, end }) =>
    /medically necessary/i.test(rationale.text.slice(start, end)),
  );
  return open && toSourceSpan(rationale, open);
}
