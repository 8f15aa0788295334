import { type Reading, toSourceSpan } from '../text/reading';
import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';

/** The sentence that says whether the request is medically necessary. */
export interface Conclusion {
  readonly necessary: boolean;
  /** The sentence. */
  readonly span: Span;
  /** The words that carry the verdict: `is not medically necessary`. */
  readonly phrase: Span;
}

/** The opioid advisory speaks of necessity and decides nothing. */
const advisory = /medical necessity decision should not|decision addresses the medical necessity/i;

/** What a verdict predicates; not before a noun (`medically necessary treatment`), not as a condition (`medically necessary if`). */
const predicate =
  /\b(?:medically[\s-]{0,2}(?:necessary|unnecessary|appropriate|indicated|warranted)|(?:a |an )?medical necessity(?= (?:to|for) (?:the|this) (?:patient|injured|applicant|claimant)|[.;,]| at this|$)|necessary(?=(?: at this time)?[.;]?$))(?! (?:treatments?|care|services?|procedures?|interventions?|when|if|only|unless|whenever)\b)/gi;
/** The same said with the noun as subject. */
const nounVerdict =
  /\b(?:medical )?necessity (?:[a-z-]{1,20} ){0,14}?(?:is|was|has|have|cannot|could|can) ?(not |n't )?(?:yet )?(?:be |been )?(?:adequately |clearly |sufficiently )?(established|substantiated|demonstrated|documented|supported|met|evident|confirmed)\b|\blacks medical necessity\b/gi;

/** Words between a subject and its verdict. */
const chainWord =
  /^(?:be|been|being|is|are|was|were|isn't|wasn't|aren't|as|to|not|non|no|longer|never|cannot|can|could|will|would|considered|deemed|determined|seen|found|felt|judged|thought|believed|shown|appears?|does|do|did|indicated|also|at|this|time|currently|clearly|therefore|thus|hereby|still|neither|nor|both|reasonable|appropriate|and|or)$/i;
const finite = /^(?:is|are|was|were|isn't|wasn't|aren't|cannot|can|could|will|would|appears?|does|do|did)$/i;
const negative = /^(?:not|non|never|cannot|neither|nor|isn't|wasn't|aren't|no)$/i;
const negatedVerb = /\b(?:is|are|was|were|does|do|did|can|could|has|have) ?(?:not|n't)\b|\bcannot\b|\bnot (?:supported|seen|established|shown)\b|\bfails? to\b/i;

/** The last concluding sentence of a rationale; null where it has none. */
export function findConclusion(rationale: Reading): Conclusion | null {
  const { text } = rationale;
  if (!/necess|medically/i.test(text)) return null;
  for (const sentence of splitSentences(text).reverse()) {
    const words = text.slice(sentence.start, sentence.end);
    if (advisory.test(words)) continue;
    const verdict = verdictIn(words);
    if (!verdict) continue;
    const phrase = { start: sentence.start + verdict.start, end: sentence.start + verdict.end };
    return { necessary: verdict.necessary, span: toSourceSpan(rationale, sentence), phrase: toSourceSpan(rationale, phrase) };
  }
  return null;
}

function verdictIn(sentence: string): (Span & { necessary: boolean }) | undefined {
  const inQuotes = quotedSpans(sentence);
  const isQuoted = (at: number): boolean => inQuotes.some((q) => q.start < at && at < q.end);
  for (const match of [...sentence.matchAll(predicate)].reverse()) {
    if (isQuoted(match.index)) continue;
    const verdict = readVerdict(sentence, match.index, match[0]);
    if (verdict) return verdict;
  }
  for (const match of [...sentence.matchAll(nounVerdict)].reverse()) {
    if (isQuoted(match.index)) continue;
    const necessary = match[1] === undefined && !/cannot|lacks/i.test(match[0]);
    return { start: match.index, end: match.index + match[0].length, necessary };
  }
  return undefined;
}

/** Goes back from the predicate over `is not considered to be`; a verdict needs a verb. */
function readVerdict(sentence: string, at: number, words: string): (Span & { necessary: boolean }) | undefined {
  const before = sentence.slice(Math.max(0, at - 160), at);
  const tokens = [...before.matchAll(/[A-Za-z']+/g)];
  let first = tokens.length;
  while (first > 0 && chainWord.test(tokens[first - 1]?.[0] ?? '') && !/[,;:]/.test(gapAfter(before, tokens, first - 1))) first--;
  const chain = tokens.slice(first).map((token) => token[0]);
  const hasVerb = chain.some((word) => finite.test(word)) || chain.some((word) => /^(?:be|being|as|considered|deemed)$/i.test(word));
  if (!hasVerb) return undefined;
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
  const isNegative = chain.some((word) => negative.test(word)) || /unnecessary/i.test(words) || (!chain.some((w) => finite.test(w)) && negatedVerb.test(clause));
  const start = at - before.length + (tokens[first]?.index ?? before.length);
  return { start, end: at + words.length, necessary: !isNegative };
}

function gapAfter(text: string, tokens: readonly RegExpMatchArray[], i: number): string {
  const token = tokens[i];
  if (token?.index === undefined) return '';
  return text.slice(token.index + token[0].length, tokens[i + 1]?.index ?? text.length);
}

/** Guideline quotations decide nothing about this case. */
function quotedSpans(sentence: string): Span[] {
  return [...sentence.matchAll(/"[^"]{40,}"|“[^”]{40,}”/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}
