import type { Span } from '../text/span';
import { textFact } from './fact';
import { sentencesIn } from './sentences';

/** The text cut into tokens: what names, phrases and concepts are found in. */
export const tokensIn = textFact((text, { lexicon }, of) => lexicon.tokens(text, of(sentencesIn)));

/** What the text says, by the concepts of the lexicon. */
export const conceptsIn = textFact((_, { lexicon }, of) => lexicon.match(of(tokensIn)));

const parting = /^[\s(]*$/;

/** The phrase that ends where `at` begins: nothing but white space and an opening bracket stands between. */
export function endingAt<S extends Span>(text: string, spans: readonly S[], at: number): S | undefined {
  return spans.findLast(({ end }) => end <= at && at - end < 4 && parting.test(text.slice(end, at)));
}

/** The phrase that begins where `at` ends, behind nothing but white space and an opening bracket. */
export function beginningAt<S extends Span>(text: string, spans: readonly S[], at: number): S | undefined {
  return spans.find(({ start }) => start >= at && start - at < 4 && parting.test(text.slice(at, start)));
}

const joining = /^[\s,:()/&-]*$/;

/** The text of the span is made up of the phrases, and of nothing else but white space and marks that join. */
export function isMadeUpOf(text: string, phrases: readonly Span[], { start, end }: Span): boolean {
  let at = start;
  for (const phrase of phrases) {
    if (phrase.start < at || phrase.end > end) continue;
    if (!joining.test(text.slice(at, phrase.start))) return false;
    at = phrase.end;
  }
  return joining.test(text.slice(at, end));
}
