import { editDistance } from '../text/edit-distance';
import { matchesIn } from '../text/matches';
import type { Span } from '../text/span';

/** A predicate of necessity about the request. Offsets are those of the sentence searched, half-open. */
export interface Verdict extends Span {
  readonly necessary: boolean;
}

/**
 * `medically necessary` and its kin; bare `necessary` only at the end of a clause. The third stands for what a slip of the pen
 * or a broken character made of the first: `medicaly neccesary`, `medically n�cessary`.
 */
const predicates =
  /\b(?:medically[ -]{0,2}(?:(?:un)?n[ecs]{3,8}ary|appropriate|indicated|warranted|reasonable|justified|supported)|medical necessity(?= (?:to|for|at)\b|[.;,]|$)|m[^\s.,;]{5,9}[ -]{1,2}(?:un)?n(?!ecessit)[^\s.,;]{6,11}|necessary(?=(?: at this (?:time|point))?[.;,]{0,4}$))/gi;

/** `The medical necessity of this request is not established.` */
const necessity = /\b(?:medical necessity|(?:the|its) necessity)\b/gi;
const established =
  /\b(?:is|are|was|were|has|have|had|can|cannot|could|remains)(?:[^a-z]{1,6}(?:not|yet|be|been|[a-z]{3,14}ly)){0,4}[^a-z]{1,6}(?:established|substantiated|demonstrated|documented|supported|met|evident|confirmed|shown|proven|lacking|justified)\b/i;
/** `… does not establish medical necessity`, `lacks medical necessity`. */
const establishing =
  /(?:\b(?:do|does|did)(?: not|n't) (?:establish|support|demonstrate|substantiate|meet|show)|\b(?<!\b(?:to|would|could|must|should) )(?:establish(?:es|ed)?|supports?|supported|demonstrates?|substantiates?|confirms?|fails? to (?:establish|demonstrate|show|meet)|lacks?)) (?:the )?(?:(?:definition|criteria|requirements?|standards?) (?:of|for) )?$/i;

/** Words that may stand between a subject and its predicate. */
const chainWords = new Set(
  (
    "be been being has have had remains remain is are was were isn't aren't wasn't weren't as to not non no longer never cannot can can't could couldn't will would wouldn't may might should must does doesn't do don't did didn't " +
    'appear appears seem seems considered deemed determined seen found felt judged thought believed shown regarded viewed indicated supported established certified recommended a an also at this time currently clearly therefore thus hereby still neither nor both either reasonable appropriate medically now indeed and or'
  ).split(' '),
);
const finite =
  /^(?:is|are|was|were|has|have|had|remains?|isn't|aren't|wasn't|weren't|cannot|can|can't|could|couldn't|will|would|wouldn't|may|might|should|must|does|doesn't|do|don't|did|didn't|appears?|seems?)$/i;
const auxiliary = /^(?:do|does|did|cannot|can|could|will|would|may|might|should|must|not|n't|also|still)$/i;
const negative = /^(?:not|non|never|cannot|neither|nor|no|.{2,6}n't)$/i;
/** What leaves the matter open. */
const tentative = /^(?:may|might)$/i;
const conditional = /^(?:would|could|should|must)$/i;

/** Verdicts of a sentence of reading text, in order; none for quotations, conditions and what others said. */
export function findVerdicts(sentence: string): Verdict[] {
  const quotes = quotedSpans(sentence);
  const found: Verdict[] = [];
  for (const match of matchesIn(sentence, predicates)) {
    if (quotes.some((q) => q.start < match.index && match.index < q.end)) continue;
    const verdict = isPredicate(match[0]) ? readPredicate(sentence, match.index, match[0]) : undefined;
    if (verdict) found.push(verdict);
  }
  if (found.length > 0) return found;
  for (const match of matchesIn(sentence, necessity)) {
    if (quotes.some((q) => q.start < match.index && match.index < q.end)) continue;
    const verdict = readNecessity(sentence, match.index, match.index + match[0].length);
    if (verdict) found.push(verdict);
  }
  return found;
}

/** What only looks like `medically necessary` is it where each of its words is two letters off at most. */
function isPredicate(words: string): boolean {
  const [first = '', second] = words.toLowerCase().split(/[ -]{1,2}/);
  if (second === undefined || kin.test(second)) return true;
  return editDistance(first, 'medically', 2) <= 2 && editDistance(second.replace(/^un/, ''), 'necessary', 2) <= 2;
}

const kin = /^(?:appropriate|indicated|warranted|reasonable|justified|supported|necessity)$/;

interface Word extends Span {
  readonly text: string;
}

function readPredicate(sentence: string, at: number, predicate: string): Verdict | undefined {
  const clauseStart = startOfClause(sentence, at);
  const chain = chainBefore(sentence, clauseStart, at);
  const clause = sentence.slice(clauseStart, chain[0]?.start ?? at);
  const isBare = /^necessary$/i.test(predicate);
  const isOnRequest = requestWords.test(sentence.slice(Math.max(0, at - reach), at));
  if (isBare && !isOnRequest) return undefined;
  if (saidByOthers.test(clause) || openQuestion.test(clause)) return undefined;
  const after = sentence.slice(at + predicate.length, at + predicate.length + 12);
  if (!isOnRequest && (general.test(clause) || condition.test(after))) return undefined;
  const verb = lastVerb(chain);
  if (verb < 0) return readWithoutVerb(sentence, clause, chain, at, predicate);
  const words = chain.slice(verb).map((word) => word.text);
  const isNegative =
    words.some((word) => negative.test(word)) || /^medically[ -]*un/i.test(predicate) || deniedThat.test(clause);
  if (words.some((word) => tentative.test(word)) || (!isNegative && words.some((word) => conditional.test(word))))
    return undefined;
  return { start: chain[verb]?.start ?? at, end: at + predicate.length, necessary: !isNegative };
}

/** `We find the request to be medically necessary`, `is not supported by the records as being medically necessary`. */
function readWithoutVerb(
  sentence: string,
  clause: string,
  chain: readonly Word[],
  at: number,
  predicate: string,
): Verdict | undefined {
  const first = chain[0];
  if (!first || !/^(?:to|as|not|be|being)$/i.test(first.text)) return undefined;
  const matrix = judging.exec(clause);
  if (!matrix) return undefined;
  const start = first.start - clause.length + matrix.index;
  const end = at + predicate.length;
  const isNegative = /\bnot\b|n't\b|\bcannot\b|\bnever\b|unnec/i.test(sentence.slice(start, end));
  return { start, end, necessary: !isNegative };
}

function readNecessity(sentence: string, at: number, end: number): Verdict | undefined {
  const clauseStart = startOfClause(sentence, at);
  const before = sentence.slice(clauseStart, at);
  if (openQuestion.test(before) || saidByOthers.test(before)) return undefined;
  const verb = establishing.exec(before);
  if (verb) {
    const isNegative = /not|n't|fails?|lacks?/i.test(verb[0]);
    return { start: clauseStart + verb.index, end, necessary: !isNegative };
  }
  const rest = /^[^.;]{0,240}/.exec(sentence.slice(end))?.[0] ?? '';
  const match = established.exec(rest);
  if (!match || /\b(?:whether|if|why)\b/i.test(rest.slice(0, match.index))) return undefined;
  const isNegative = /\bnot\b|\bcannot\b|lacking/i.test(match[0]);
  return { start: end + match.index, end: end + match.index + match[0].length, necessary: !isNegative };
}

/** Goes back from the predicate over `is not considered to be`. */
function chainBefore(sentence: string, clauseStart: number, at: number): Word[] {
  const words = matchesIn(sentence.slice(clauseStart, at), /[A-Za-z'’]+/g).map((match) => ({
    text: match[0].replace('’', "'"),
    start: clauseStart + match.index,
    end: clauseStart + match.index + match[0].length,
  }));
  let first = words.length;
  while (first > 0 && isChainWord(words[first - 1]?.text.toLowerCase() ?? '')) first--;
  return words.slice(first);
}

function isChainWord(word: string): boolean {
  return chainWords.has(word) || (word !== 'only' && /^[a-z]{2,12}ly$/.test(word));
}

/** The verb that governs the predicate: the last finite one, with the auxiliary before it (`does not appear`). */
function lastVerb(chain: readonly Word[]): number {
  let at = chain.findLastIndex((word) => finite.test(word.text));
  while (at > 0 && auxiliary.test(chain[at - 1]?.text ?? '')) at--;
  while (at >= 0 && at < chain.length && !finite.test(chain[at]?.text ?? '')) at++;
  return at;
}

const boundary = /[,;:] |\b(?:therefore|thus|hence|as such|consequently|accordingly|but|however)\b,? ?/gi;

/** How far back a subject is looked for. */
const reach = 400;

function startOfClause(sentence: string, at: number): number {
  const from = Math.max(0, at - reach);
  const before = sentence.slice(from, at);
  let start = 0;
  for (const match of matchesIn(before, boundary)) {
    const end = match.index + match[0].length;
    // `…, is not medically necessary` goes on with the subject before the comma, and so does `is not, therefore, …`.
    if (/^(?:$|(?:is|are|was|were|cannot|does|do|at this)\b)/i.test(before.slice(end))) continue;
    if (/\b(?:is|are|was|were|cannot|not), (?:(?:therefore|thus|however|hence),? )?$/i.test(before.slice(0, end)))
      continue;
    start = end;
  }
  return from + start;
}

const requestWords = /\b(?:requests?|requested|disputed|therefore|thus|hence|as such|consequently|accordingly)\b/i;
const openQuestion = /\b(?:whether|why|unless|how|if(?! (?:needed|necessary|any)))\b/i;
const condition = /^ (?:when|if|only|unless|whenever|where)\b/i;
/** What a guideline says, or a relative clause about any patient. */
const general =
  /\b(?:who|when)\b|\b(?:guidelines?|MTUS|ODG|ACOEM|insurers?|Medicare|criteria|literature|stud(?:y|ies))\b.{0,80}\b(?:states?|stated|notes?|considers?|says?|indicates?|recommends?|recommendation|requires?|supports?|includes?|suggests?)\b/i;
const saidByOthers =
  /\b(?:utilization review(?:er)?|UR|claims administrator|(?:prior|previous|initial|original) (?:peer )?(?:review(?:er)?|determination)|(?:treating |attending |requesting )?(?:provider|physician|treater|patient|applicant|claimant))\b[^,;]{0,60}\b(?:determined|found|stated|states|felt|feels|opined|concluded|noted|notes|deemed|considered|argued|agreed|believes|reported|indicated|maintained)\b/i;
/** A matrix clause that denies what it introduces: `does not establish that the request …`. */
const deniedThat =
  /(?:\b(?:not|cannot|never|no|insufficient|lack|fails?)\b|n't\b)[^,;]{0,80}\bthat (?:the|this|these|such|an?|any)\b(?![^,;]*\b(?:is|are|was|were|has|have|had|does|did)\b)/i;
const judging =
  /\b(?:(?:(?:do|does|did|can|could)(?: not|n't) |cannot |to )?(?:deem|find|consider|determine|believe|judge|hold|regard)(?:s|ed|d)?\b|(?:is|are|was|were|cannot be)(?: not|n't)? (?:supported|seen|shown|established|accepted|recognized|certified)\b)(?![^,;]*\b(?:deem|find|consider|determine)(?:s|ed|d)?\b)/i;

/** Guideline quotations decide nothing about this case. */
function quotedSpans(sentence: string): Span[] {
  return matchesIn(sentence, /"[^"]{40,1500}"|“[^“”]{40,1500}”/g).map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
}
