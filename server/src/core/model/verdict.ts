import { matchesIn } from '../text/matches';
import { type Span, spanAt, spansWithin } from '../text/span';
import { findPredicates } from './predicates';
import type { VerdictConcept, VerdictWords } from './verdict-words';

/** A predicate of necessity about the request. Offsets are those of the text searched, half-open. */
export interface Verdict extends Span {
  readonly necessary: boolean;
}

/** Finds verdicts in one sentence of a text. */
export type VerdictFinder = (sentence: Span) => readonly Verdict[];

/** How far back a subject is looked for, how far on what is said of one, and how far behind a speaker what one says. UTF-16 units. */
const reach = 400;
const reachAhead = 240;
const reachOfSpeech = 80;

/**
 * Verdicts of a sentence, in order; none in quotations, conditions, advisories and what others said. A predicate with the verbs
 * before it, `is not considered to be medically necessary`, counts before what is a conclusion as it stands.
 */
export function createVerdictFinder(text: string, words: VerdictWords): VerdictFinder {
  const predicates = findPredicates(text, words);
  const statements = [...words.of('conclusion.negative'), ...words.of('conclusion.positive')];
  const nouns = words.of('conclusion.necessity').filter((noun) => !statements.some((own) => holds(own, noun)));
  const verbal = [...statements, ...nouns].sort((a, b) => a.start - b.start);
  if (predicates.length === 0 && verbal.length === 0) return () => [];
  return (sentence) => {
    const reader = { text, words, sentence };
    const [own, said] = [spansWithin(predicates, sentence), spansWithin(verbal, sentence)];
    if (own.length + said.length === 0 || has(reader, 'conclusion.advisory', sentence)) return [];
    const quotations = quotationsIn(reader);
    const read = (spans: readonly Span[], verdictOf: (reader: Reader, at: Span) => Verdict | undefined): Verdict[] =>
      spans
        .filter(({ start }) => !quotations.some((q) => q.start < start && start < q.end))
        .flatMap((at) => verdictOf(reader, at) ?? []);
    const found = read(own, readPredicate);
    return found.length > 0 ? found : read(said, readStatement);
  };
}

interface Reader {
  readonly text: string;
  readonly words: VerdictWords;
  readonly sentence: Span;
}

function readPredicate(reader: Reader, at: Span): Verdict | undefined {
  const clauseStart = startOfClause(reader, at.start);
  const chain = chainBefore(reader, clauseStart, at.start);
  const clause = { start: clauseStart, end: chain[0]?.start ?? at.start };
  const isOnRequest = has(reader, 'conclusion.request-word', { start: farthest(reader, at.start), end: at.start });
  if (!isOnRequest && spanAt(reader.words.of('conclusion.bare-predicate'), at.start)) return undefined;
  if (isSaidByOthers(reader, clause) || has(reader, 'clause.question', clause)) return undefined;
  if (!isOnRequest && (isGeneral(reader, clause) || spanAt(reader.words.of('clause.condition'), at.end + 1)))
    return undefined;
  const verb = lastVerb(reader, chain);
  const first = chain[verb];
  if (!first) return readWithoutVerb(reader, clause, chain, at);
  const verbs = { start: first.start, end: at.start };
  const isNegative =
    has(reader, 'negation', verbs) ||
    has(reader, 'conclusion.denied-predicate', at) ||
    deniesThat(reader, clause) ||
    isDeniedBefore(reader, at.start);
  if (has(reader, 'verb.tentative', verbs) || (!isNegative && has(reader, 'verb.conditional', verbs))) return undefined;
  return { start: first.start, end: at.end, necessary: !isNegative };
}

/**
 * `We find the request to be medically necessary`, `is not supported by the records as being medically necessary`, `I consider the
 * brace, with its straps, medically necessary`. What the reviewer judges may hold commas.
 */
function readWithoutVerb(reader: Reader, clause: Span, chain: readonly Span[], at: Span): Verdict | undefined {
  const { words } = reader;
  const first = chain[0];
  const opens = first !== undefined && spanAt(words.of('conclusion.opening'), first.start) !== undefined;
  if (first && !opens) return undefined;
  const own = opens ? spansWithin(words.of('conclusion.judging'), clause).at(-1) : undefined;
  // `I find medically necessary care …` judges nothing.
  const isWhole = opens || /^ ?[.,;)]|^$/.test(reader.text.slice(at.end, Math.min(at.end + 2, reader.sentence.end)));
  const matrix = own ?? (isWhole ? reviewersJudgment(reader, at.start) : undefined);
  if (!matrix) return undefined;
  // Of a long object, only the words beside the verbs deny: `I find therapy, with no ice, to be …`.
  const ends = own
    ? [{ start: matrix.start, end: at.end }]
    : [matrix, { start: first?.start ?? at.start - 4, end: at.end }];
  const isNegative =
    ends.some((part) => has(reader, 'negation', part)) || has(reader, 'conclusion.denied-predicate', at);
  return { start: matrix.start, end: at.end, necessary: !isNegative };
}

/** Where the reviewer begins to judge, with no other verb that governs what follows: `I deem`. */
function reviewersJudgment(reader: Reader, at: number): Span | undefined {
  const { text, words } = reader;
  const matrix = spansWithin(words.of('conclusion.reviewer-judges'), { start: farthest(reader, at), end: at }).at(-1);
  if (!matrix || /[;:]/.test(text.slice(matrix.end, at))) return undefined;
  return has(reader, 'clause.question', { start: matrix.end, end: at }) ? undefined : matrix;
}

/** A conclusion as it stands, or necessity and what is said of it. */
function readStatement(reader: Reader, at: Span): Verdict | undefined {
  const { text, words, sentence } = reader;
  const before = { start: startOfClause(reader, at.start), end: at.start };
  if (has(reader, 'clause.question', before) || isSaidByOthers(reader, before)) return undefined;
  for (const necessary of [true, false]) {
    const statement = spanAt(words.of(necessary ? 'conclusion.positive' : 'conclusion.negative'), at.start);
    if (statement) return { ...statement, necessary };
  }
  const stop = text.slice(at.end, Math.min(sentence.end, at.end + reachAhead)).search(/\.(?!\d)|;|$/);
  const [said] = spansWithin(words.of('conclusion.established'), { start: at.end, end: at.end + stop });
  if (!said || has(reader, 'clause.question', { start: at.end, end: said.start })) return undefined;
  return { ...said, necessary: !has(reader, 'negation', said) && !has(reader, 'conclusion.lacking', said) };
}

/** Goes back from the predicate over `is not considered to be`. */
function chainBefore({ text, words }: Reader, clauseStart: number, at: number): readonly Span[] {
  const links = words.of('conclusion.link');
  const before = matchesIn(text.slice(clauseStart, at), /[A-Za-z'’]+/g).map(({ index, 0: word }) => ({
    start: clauseStart + index,
    end: clauseStart + index + word.length,
  }));
  const isLink = (word: Span): boolean =>
    spanAt(links, word.start) !== undefined || isAdverb(text.slice(word.start, word.end));
  return before.slice(before.findLastIndex((word) => !isLink(word)) + 1);
}

function isAdverb(word: string): boolean {
  return word !== 'only' && /^[a-z]{2,12}ly$/i.test(word);
}

/** The verb that governs the predicate: the last finite one, with the auxiliary before it (`does not appear`); -1 where there is none. */
function lastVerb({ words }: Reader, chain: readonly Span[]): number {
  const isA = (concept: VerdictConcept, at: number): boolean =>
    spanAt(words.of(concept), chain[at]?.start ?? -1) !== undefined;
  let at = chain.findLastIndex((_, i) => isA('verb.finite', i));
  while (at > 0 && isA('verb.auxiliary', at - 1)) at--;
  while (at >= 0 && !isA('verb.finite', at)) at++;
  return at;
}

function startOfClause(reader: Reader, at: number): number {
  const { text, words } = reader;
  const from = farthest(reader, at);
  const interrupted = spansWithin(words.of('clause.interrupted'), { start: from, end: at });
  const marks = matchesIn(text.slice(from, at), /[,;:] /g).map(({ index }) => ({
    start: from + index,
    end: from + index + 2,
  }));
  const ends = [...marks, ...spansWithin(words.of('clause.connective'), { start: from, end: at })].flatMap(
    (boundary) => {
      const end = boundary.end + (/^,? ?/.exec(text.slice(boundary.end, at))?.[0].length ?? 0);
      // `…, is not medically necessary` goes on with the subject before the comma, and so do `is not, therefore, …` and `is therefore not …`.
      const goesOn =
        end >= at || isBehindVerb(reader, boundary.start) || spanAt(words.of('clause.goes-on'), end) !== undefined;
      return goesOn || interrupted.some((span) => span.start < boundary.start && boundary.start < span.end)
        ? []
        : [end];
    },
  );
  return Math.max(from, ...ends);
}

/** How long a finite verb is at most, with the space behind it. */
const longestVerb = 12;

function isBehindVerb({ words }: Reader, at: number): boolean {
  return spansWithin(words.of('verb.finite'), { start: Math.max(0, at - longestVerb), end: at }).some(
    ({ end }) => end === at - 1,
  );
}

function farthest({ sentence }: Reader, at: number): number {
  return Math.max(sentence.start, at - reach);
}

function isSaidByOthers(reader: Reader, clause: Span): boolean {
  return speaks(reader, clause, 'speaker.other', 'speaker.saying');
}

/** What a guideline says, or a relative clause about any patient. */
function isGeneral(reader: Reader, clause: Span): boolean {
  return has(reader, 'clause.general', clause) || speaks(reader, clause, 'source.voice', 'source.saying');
}

function speaks({ text, words }: Reader, clause: Span, speaker: VerdictConcept, verb: VerdictConcept): boolean {
  const verbs = spansWithin(words.of(verb), clause);
  return spansWithin(words.of(speaker), clause).some(({ end }) =>
    verbs.some(({ start }) => start > end && start - end <= reachOfSpeech && !/[,;]/.test(text.slice(end, start))),
  );
}

/** `I do not find that the brace, with its straps, is medically necessary`: the denial governs over commas. */
function isDeniedBefore(reader: Reader, at: number): boolean {
  const denial = spansWithin(reader.words.of('conclusion.denies-that'), { start: farthest(reader, at), end: at }).at(
    -1,
  );
  return denial !== undefined && !reader.text.slice(denial.end, at).includes(';');
}

/** A matrix clause that denies what it introduces: `does not establish that the request …`. */
function deniesThat({ text, words }: Reader, clause: Span): boolean {
  const denials = spansWithin(words.of('negation.wide'), clause);
  if (denials.length === 0) return false;
  return spansWithin(words.of('clause.that'), clause).some((that) => {
    const isDenied = denials.some(
      ({ end }) => end < that.start && that.start - end <= reachOfSpeech && !/[,;]/.test(text.slice(end, that.start)),
    );
    const ahead = text.slice(that.end, clause.end).search(/[,;]|$/);
    return isDenied && spansWithin(words.of('verb.be'), { start: that.end, end: that.end + ahead }).length === 0;
  });
}

/** Guideline quotations decide nothing about this case. */
function quotationsIn({ text, sentence }: Reader): Span[] {
  return matchesIn(text.slice(sentence.start, sentence.end), /"[^"]{40,1500}"|“[^“”]{40,1500}”/g).map((match) => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
  }));
}

function has({ words }: Reader, concept: VerdictConcept, within: Span): boolean {
  return spansWithin(words.of(concept), within).length > 0;
}

function holds(outer: Span, { start, end }: Span): boolean {
  return outer.start <= start && end <= outer.end;
}
