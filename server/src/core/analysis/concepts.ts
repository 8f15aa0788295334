import { type Span, spanBefore, spanBehind, spansWithin } from '../text/span';
import { textFact } from './fact';
import { sentencesIn } from './sentences';

/** The text cut into tokens: what names, phrases and concepts are found in. */
export const tokensIn = textFact((text, { lexicon }, of) => lexicon.tokens(text, of(sentencesIn)));

/** What the text says, by the concepts of the lexicon. */
export const conceptsIn = textFact((_, { lexicon }, of) => lexicon.match(of(tokensIn)));

const parting = /^[\s(]*$/;

/** The phrase that ends where `at` begins: nothing but white space and an opening bracket stands between. */
export function endingAt<S extends Span>(text: string, spans: readonly S[], at: number): S | undefined {
  const last = spanBefore(spans, at);
  return last && at - last.end < 4 && parting.test(text.slice(last.end, at)) ? last : undefined;
}

/** The phrase that begins where `at` ends, behind nothing but white space and an opening bracket. */
export function beginningAt<S extends Span>(text: string, spans: readonly S[], at: number): S | undefined {
  const next = spanBehind(spans, at);
  return next && next.start - at < 4 && parting.test(text.slice(at, next.start)) ? next : undefined;
}

const joining = /^[\s,:()/&-]*$/;

/** The text of the span is made up of the phrases, and of nothing else but white space and marks that join. */
export function isMadeUpOf(text: string, phrases: readonly Span[], within: Span): boolean {
  let at = within.start;
  for (const phrase of spansWithin(phrases, within)) {
    if (!joining.test(text.slice(at, phrase.start))) return false;
    at = phrase.end;
  }
  return joining.test(text.slice(at, within.end));
}
