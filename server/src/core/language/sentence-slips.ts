import { behindAdverbs, isFiniteVerb } from './finite-verbs';
import type { Grammar } from './grammar';
import { isJoint, isNoun, isParticiple, nounPhraseAt } from './noun-phrase';
import { longestClause, type Sentence, type Word } from './sentence';
import type { Slip } from './slip';

function isBoundary(word: Word, grammar: Grammar): boolean {
  return (
    (word.pos === 'PUNCT' && !isJoint(word)) || word.pos === 'SCONJ' || grammar.words('clause-opener').has(word.lower)
  );
}

/** Finds two sentences with only a comma between: `It was tried, however it failed`; without such a word, or a pronoun, doubtful. */
export function* commaSpliceSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  const first = words[0];
  if (!first || first.pos === 'AUX' || isOpener(first.lower, first.pos, grammar)) return;
  for (let comma = 2; comma < words.length - 2; comma++) {
    if (words[comma]?.lower !== ',') continue;
    const connective = grammar.words('connective').has(words[comma + 1]?.lower ?? '') ? words[comma + 1] : undefined;
    let start = comma + (connective ? 2 : 1);
    if (connective && words[start]?.lower === ',') start++;
    const verb = verbOfClauseAt(words, start, grammar);
    if (verb === undefined || !followsClause(words, comma, connective !== undefined, grammar)) continue;
    // "It is 5, that is 6, and this is 7": a list of clauses.
    if (!connective && (isYear(words[comma + 1]) || continuesList(words, verb, grammar))) continue;
    const before = words[comma - 1] as Word;
    const next = words[comma + 1] as Word;
    yield {
      first: before,
      last: next,
      message: connective
        ? `"${next.text}" starts a new sentence. Put a period or semicolon before it.`
        : 'A comma joins two sentences. Use a period or semicolon instead.',
      ...(connective && { fix: { first: words[comma] as Word, last: words[comma] as Word, text: ';' } }),
      ...(!connective && { isDoubtful: true }),
    };
    if (connective) comma++;
  }
}

function isYear(word: Word | undefined): boolean {
  return word !== undefined && /^\d{4}$/.test(word.text);
}

function continuesList(words: readonly Word[], from: number, grammar: Grammar): boolean {
  return words
    .slice(from + 1, from + longestClause)
    .some(
      ({ lower }, i) =>
        (lower === 'and' || lower === 'or') && verbOfClauseAt(words, from + i + 2, grammar) !== undefined,
    );
}

/** The finite verb of a clause whose subject begins at `start`. */
function verbOfClauseAt(words: readonly Word[], start: number, grammar: Grammar): number | undefined {
  const opening = words[start];
  if (!opening) return undefined;
  if (/^(?:he|she|it|they|there|we|this)$/.test(opening.lower) && opening.pos !== 'NOUN') {
    const at = behindAdverbs(words, start + 1, 1);
    if (isFiniteVerb(words, at, grammar)) return at;
  }
  if (!/^(?:DET|NOUN|PROPN|ADJ|NUM|PRON)$/.test(opening.pos) || isOpener(opening.lower, opening.pos, grammar))
    return undefined;
  const phrase = nounPhraseAt(words, start);
  if (!phrase) return undefined;
  for (let at = phrase.head + 1; at < words.length && at < phrase.head + 12; at++) {
    const word = words[at] as Word;
    if (isBoundary(word, grammar) || word.pos === 'CCONJ') return undefined;
    if (isFiniteVerb(words, at, grammar)) return at;
    if (word.pos === 'VERB' && !isParticiple(word)) return undefined;
  }
  return undefined;
}

/** A whole clause ends at the comma. Without a connective it must stand alone, behind an adverb at most (`Additionally, …`). */
function followsClause(words: readonly Word[], comma: number, hasConnective: boolean, grammar: Grammar): boolean {
  let start = comma;
  while (start > 0 && comma - start < longestClause && !/^[;:]$/.test(words[start - 1]?.lower ?? '')) start--;
  if (words[start]?.pos === 'ADV' && words[start + 1]?.lower === ',') start += 2;
  const clause = words.slice(start, comma);
  const last = clause.at(-1);
  if (!last || last.pos === 'AUX' || grammar.finiteForms('verb-of-saying').has(last.lower)) return false;
  const isPredicate = (at: number) =>
    isFiniteVerb(words, at, grammar) ||
    (hasConnective && words[at]?.pos === 'VERB' && grammar.formOf(words[at]?.lower ?? '') === 'past');
  if (!clause.some((_, i) => isPredicate(start + i))) return false;
  if (hasConnective) return true;
  return !clause.some(
    ({ lower, pos }, i) => isOpener(lower, pos, grammar) || lower === ',' || (i === 0 && pos === 'ADP'),
  );
}

function isOpener(lower: string, pos: string, grammar: Grammar): boolean {
  return pos === 'SCONJ' || grammar.words('clause-opener').has(lower) || /^(?:given|according|based)$/.test(lower);
}

/** Finds two sentences with nothing between: `The knee was tender the plan was rest`. */
export function* fusedSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 2; at < words.length - 2; at++) {
    const last = words[at] as Word;
    const next = words[at + 1] as Word;
    const isPredicate = grammar.words('finding-state').has(last.lower) && isBehindBe(words, at);
    const isObject = isNoun(last) && next.lower === 'it' && !grammar.words('noun-with-clause').has(last.lower);
    if (!isPredicate && !isObject) continue;
    if (isPredicate && !/^(?:DET|PRON|NOUN|PROPN)$/.test(next.pos)) continue;
    const verb = verbBehind(words, at + 2, grammar);
    if (verb === undefined || !standsAlone(words.slice(0, at + 1), grammar, isObject)) continue;
    if (isObject && (words[verb]?.pos !== 'AUX' || words[verb + 1]?.pos === 'PUNCT')) continue;
    yield {
      first: last,
      last: next,
      message: `Two sentences run together between "${last.text}" and "${next.text}".`,
      fix: { first: last, last: next, text: `${last.text}. ${next.text.charAt(0).toUpperCase()}${next.text.slice(1)}` },
    };
  }
}

/** The finite verb of a subject that ends before it, not far from `from` on. */
function verbBehind(words: readonly Word[], from: number, grammar: Grammar): number | undefined {
  for (let at = from; at < Math.min(words.length, from + longestSubject); at++) {
    const word = words[at] as Word;
    if (isBoundary(word, grammar) || word.pos === 'CCONJ') return undefined;
    if (isFiniteVerb(words, at, grammar)) return at;
  }
  return undefined;
}

const longestSubject = 7;

function isBehindBe(words: readonly Word[], at: number): boolean {
  const before = words[behindAdverbs(words, at - 1, -1)];
  return before !== undefined && (formsOfBe.has(before.lower) || /^(?:remained|remains|appeared)$/.test(before.lower));
}

/** A clause of its own, from the last comma on: nothing in it opens a clause that the next words could close. */
function standsAlone(before: readonly Word[], grammar: Grammar, needsVerb: boolean): boolean {
  if (
    before.some(({ lower, pos }) => isOpener(lower, pos, grammar) || /^(?:how|what|which|who|whom|whose)$/.test(lower))
  )
    return false;
  return !needsVerb || before.some((_, i) => isFiniteVerb(before, i, grammar));
}

const formsOfBe: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are']);

/** Finds a second verb for one subject without "and": `A scan was done in May showed`. */
export function* doubledPredicateSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let be = 1; be < words.length - 3; be++) {
    const auxiliary = words[be] as Word;
    if (!formsOfBe.has(auxiliary.lower)) continue;
    const participle = words[behindAdverbs(words, be + 1, 1)];
    if (participle?.pos !== 'VERB' || grammar.finiteForms('verb-of-saying').has(participle.lower)) continue;
    if (!/^(?:past|participle)$/.test(grammar.formOf(participle.lower))) continue;
    let at = words.indexOf(participle) + 1;
    while (
      at < words.length &&
      /^(?:ADP|NUM|DET|NOUN|PROPN|ADJ)$/.test(words[at]?.pos ?? '') &&
      !/^(?:as|due|which|whom|that)$/.test(words[at]?.lower ?? '')
    )
      at++;
    const verb = words[at];
    if (
      !verb ||
      !/^(?:VERB|AUX)$/.test(verb.pos) ||
      !grammar.words('reports-result').has(verb.lower) ||
      !/^(?:NOUN|PROPN|NUM)$/.test(words[at - 1]?.pos ?? '')
    )
      continue;
    yield {
      first: auxiliary,
      last: verb,
      message: `"${auxiliary.text} ${participle.text}" and "${verb.text}" run together. Add "and", or take "${auxiliary.text}" out.`,
    };
  }
}

/** Finds "due to" before a clause: `denied due to there was no record`. */
export function* dueToClauseSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 1; at < words.length - 3; at++) {
    const due = words[at] as Word;
    const to = words[at + 1] as Word;
    const before = words[at - 1] as Word;
    if (due.lower !== 'due' || to.lower !== 'to' || isBoundary(before, grammar)) continue;
    const verb = verbBehindDueTo(words, at + 2, grammar);
    if (verb === undefined) continue;
    const isJoined = words.slice(at + 2, verb).some(({ pos }) => pos === 'CCONJ');
    yield {
      first: due,
      last: words[verb] as Word,
      message: `A whole clause follows "${due.text} to". Use "because".`,
      fix: { first: due, last: to, text: 'because' },
      ...(isJoined && { isDoubtful: true }),
    };
  }
}

function verbBehindDueTo(words: readonly Word[], start: number, grammar: Grammar): number | undefined {
  for (let at = start; at < Math.min(words.length, start + longestClause); at++) {
    const word = words[at] as Word;
    if (isBoundary(word, grammar) || word.lower === 'fact') return undefined;
    // "No evidence the patient has": a clause about the noun.
    if (at > start && isNoun(words[at - 1]) && (word.pos === 'DET' || word.pos === 'PRON')) return undefined;
    // "Due to pain, and a scan was ordered": the sentence goes on.
    if (at > start && words[at - 1]?.pos === 'CCONJ' && (word.pos === 'DET' || word.pos === 'PRON')) return undefined;
    if (isFiniteVerb(words, at, grammar)) return at;
  }
  return undefined;
}

/**
 * Finds a sentence that only names its subject and has no finite verb: `The last part of the request, six visits.` Notes and lists leave
 * their verbs out on purpose, so it is doubtful.
 */
export function* fragmentSlips({ words, text }: Sentence, grammar: Grammar): Iterable<Slip> {
  const first = words[0];
  const last = words.at(-1);
  const comma = words.findIndex(({ lower }) => lower === ',');
  if (!first || !last || !text.endsWith('.') || /[:;"“(=]/.test(text)) return;
  if (words.filter(({ pos }) => pos !== 'PUNCT').length < 6 || /^no/.test(first.lower)) return;
  const namesOnly = /^(?:NOUN|PROPN|ADJ)$/.test(first.pos) && words.every(({ pos }) => pos !== 'VERB');
  if (!namesOnly && (comma < 1 || !/^(?:DET|ADV)$/.test(first.pos))) return;
  if (words.some((_, at) => mayBePredicate(words, at, comma, grammar))) return;
  yield { first, last, message: 'This sentence has no main verb.', isDoubtful: true };
}

function mayBePredicate(words: readonly Word[], at: number, comma: number, grammar: Grammar): boolean {
  const word = words[at] as Word;
  if (word.pos === 'AUX' || isFiniteVerb(words, at, grammar)) return true;
  if (word.pos === 'VERB' && grammar.formOf(word.lower) !== 'ing') return true;
  if (['common-verb', 'verb-of-saying'].some((id) => grammar.finiteForms(id).has(word.lower))) return true;
  // A verb that the tagger takes for a plural: "The knee, it seems, swells."
  return (
    at !== comma &&
    word.pos === 'NOUN' &&
    /[^s]s$/.test(word.lower) &&
    grammar.numberOf(word) === 'plural' &&
    (isNoun(words[at - 1]) || words[at - 1]?.lower === ',') &&
    at < comma + 6 &&
    !isNoun(words[at - 2])
  );
}

/** Finds a clause with "although" or "because" that no main clause follows. */
export function* loneClauseSlips({ words, text }: Sentence, grammar: Grammar): Iterable<Slip> {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || !text.endsWith('.') || !grammar.words('needs-main-clause').has(first.lower)) return;
  if (words[1]?.lower === 'of' || words.some(({ lower }) => lower === ',' || lower === ';')) return;
  if (words.filter((_, at) => isFiniteVerb(words, at, grammar)).length !== 1) return;
  yield {
    first,
    last,
    message: `The sentence that begins with "${first.text}" lacks its main clause.`,
    isDoubtful: true,
  };
}
