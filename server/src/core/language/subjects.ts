import type { Grammar, GrammaticalNumber } from './grammar';
import { isInNounPhrase, isJoint, isNoun, isParticiple } from './noun-phrase';
import type { Word } from './sentence';

/** The subject that stands before a verb. Indexes are those of the sentence's words. */
export interface Subject {
  readonly start: number;
  /** The noun or pronoun that the verb agrees with; of two, the first. */
  readonly head: number;
  readonly number: GrammaticalNumber;
  /**
   * `pronoun`; `noun`, right before its verb but for adverbs; `phrase`, a noun with a phrase behind it; `pair`, two nouns joined by
   * "and"; `open`, where "and" may join another noun of the phrase or of the subject.
   */
  readonly kind: 'pronoun' | 'noun' | 'phrase' | 'pair' | 'open';
  /** A number stands before the plural: an amount, which may be one thing (`three weeks`). */
  readonly isAmount: boolean;
  /** Behind a noun and "that", where the verb may belong to the noun. */
  readonly isRelative: boolean;
}

const auxiliaries: ReadonlyMap<string, GrammaticalNumber> = new Map([
  ['is', 'singular'],
  ['was', 'singular'],
  ['has', 'singular'],
  ['does', 'singular'],
  ['are', 'plural'],
  ['were', 'plural'],
  ['have', 'plural'],
  ['do', 'plural'],
]);

const pronouns: ReadonlyMap<string, GrammaticalNumber> = new Map([
  ['he', 'singular'],
  ['she', 'singular'],
  ['it', 'singular'],
  ['they', 'plural'],
  ['we', 'plural'],
]);

/** The number of a form of be, have or do in the third person. */
export function numberOfAuxiliary(lower: string): GrammaticalNumber | undefined {
  return auxiliaries.get(lower);
}

/** The number that the word at `at` shows if it is a finite verb; undefined where it is none or shows no number. */
export function finiteNumber(words: readonly Word[], at: number, grammar: Grammar): GrammaticalNumber | undefined {
  const word = words[at];
  if (!word || (word.text.length > 1 && word.text !== word.lower)) return undefined;
  const auxiliary = auxiliaries.get(word.lower);
  if (auxiliary) {
    if (auxiliary === 'plural' && (followsBase(words, at) || isSupposed(words, at))) return undefined;
    return auxiliary;
  }
  if (word.pos === 'VERB') {
    const form = grammar.formOf(word.lower);
    if (form === 'third-person') return 'singular';
    if (form !== 'base' || !grammar.words('common-verb').has(word.lower) || followsBase(words, at)) return undefined;
    return 'plural';
  }
  if (isVerbTakenForNoun(words, at, grammar)) return 'singular';
  return isBaseTakenForNoun(words, at, grammar) ? 'plural' : undefined;
}

/** `Guidelines states that`: a plural to the tagger. */
function isVerbTakenForNoun(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const { pos, lower } = words[at] as Word;
  const next = words[at + 1];
  if (pos !== 'NOUN' || !next || !isNoun(words[at - 1]) || !grammar.words('verb-like-plural').has(lower)) return false;
  if (next.pos === 'DET' || /^(?:that|no|it|he|she|they)$/.test(next.lower)) return true;
  // "X-rays shows mild change": a plural is no part of a compound.
  return grammar.numberOf(words[at - 1] as Word) === 'plural' && /^(?:ADJ|NOUN)$/.test(next.pos);
}

/** `The provider request an MRI`, `the patient report pain`: a noun to the tagger. */
function isBaseTakenForNoun(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const { pos, lower } = words[at] as Word;
  const [before, next] = [words[at - 1], words[at + 1]];
  if (pos !== 'NOUN' || !before || !next || !grammar.words('verb-like-singular').has(lower)) return false;
  if ((!isNoun(before) && !isPerson(before, grammar)) || grammar.numberOf(before) === 'plural') return false;
  // "He asked that the therapist report it": a subjunctive.
  if (words.slice(Math.max(0, at - 6), at).some(({ lower: other }) => other === 'that')) return false;
  return /^(?:an?|the|that|no|any|his|her|their)$/.test(next.lower) || grammar.words('felt').has(next.lower);
}

/** `patient`, `provider` */
function isPerson({ lower }: Word, grammar: Grammar): boolean {
  return grammar.words('person-plural').has(`${lower}s`);
}

/** Behind a word that asks for the base form, or behind nothing. */
function followsBase(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (words[before]?.pos === 'ADV' || words[before]?.lower === 'not') before--;
  const word = words[before];
  return !word || word.pos === 'AUX' || /^(?:to|cannot|let|help|helps|make|makes|please)$/.test(word.lower);
}

/** Behind "if" and the like, "were" goes with any subject. */
function isSupposed(words: readonly Word[], at: number): boolean {
  if (words[at]?.lower !== 'were') return false;
  return words.slice(Math.max(0, at - 8), at).some(({ lower }) => /^(?:if|though|unless|wish)$/.test(lower));
}

/** Finds the subject before the verb at `verb`; undefined where there is none, or more than one reading of the words. */
export function subjectBefore(words: readonly Word[], verb: number, grammar: Grammar): Subject | undefined {
  const clause = clauseBefore(words, verb, grammar);
  if (!clause) return undefined;
  const word = (i: number): Word => words[clause[i] as number] as Word;
  const opener = (clause[0] as number) - 1;
  const isRelative =
    words[opener]?.lower === 'that' && isNoun(words[opener - 1]) && !saysSomething(words[opener - 1], grammar);
  const index = (i: number): number => clause[i] as number;
  const pronoun = pronouns.get(word(0).lower);
  if (pronoun) {
    if (clause.length > 1) return undefined;
    return { start: index(0), head: index(0), number: pronoun, kind: 'pronoun', isAmount: false, isRelative };
  }
  if (word(0).lower.endsWith('ing')) return undefined;
  let head = -1;
  let hasNumber = false;
  for (let i = 0; i < clause.length && isInNounPhrase(word(i)); i++) {
    if (head >= 0 && word(i).pos === 'VERB' && !(i + 1 < clause.length && isNoun(word(i + 1)))) break;
    if (i + 1 < clause.length && isCount(word(i), grammar)) hasNumber = true;
    if (head >= 0 && word(i).pos === 'DET') break;
    if (isNoun(word(i))) head = i;
  }
  // "The patient report": an adjective to the tagger.
  if (head < 0 && word(0).pos === 'DET' && isPerson(word(clause.length - 1), grammar)) head = clause.length - 1;
  if (head < 0) return undefined;
  const number = grammar.numberOf(word(head));
  if (!number) return undefined;
  const found = { start: index(0), head: index(head), number, isAmount: hasNumber && number === 'plural', isRelative };
  const rest = withoutTrimmings(clause.slice(head + 1).map((at) => words[at] as Word));
  if (rest.length === 0) return { ...found, kind: 'noun' };
  if (rest.some(({ pos, lower }) => pos === 'PRON' || grammar.words('joins-more-to-subject').has(lower)))
    return number === 'singular' && joinsSingulars(rest, grammar) ? { ...found, kind: 'phrase' } : undefined;
  const and = rest.findIndex(({ lower }) => lower === 'and' || lower === '&');
  if (and === 0) {
    // "A salt and water drug": one noun.
    if (!isSecondNoun(rest.slice(1)) || /^an?$/.test(word(0).lower)) return undefined;
    return { ...found, number: 'plural', kind: 'pair', isAmount: false };
  }
  if (!opensPhrase(rest[0] as Word)) return undefined;
  if (and < 0 || number === 'plural') return { ...found, kind: 'phrase' };
  // "Pain in a knee and the hips are": two subjects.
  return isBareNoun(rest[and + 1], grammar) ? { ...found, kind: 'open' } : undefined;
}

/** `of an injury or a disease`: one thing, whichever the "or" joins. */
function joinsSingulars(rest: readonly Word[], grammar: Grammar): boolean {
  const or = rest.findIndex(({ lower }) => lower === 'or');
  if (rest[0]?.lower !== 'of' || or < 2 || rest.slice(or + 1).some(({ pos }) => !/^(?:NOUN|PROPN|ADJ|DET)$/.test(pos)))
    return false;
  if (rest.slice(0, or).some(({ pos, lower }) => pos === 'CCONJ' || grammar.words('joins-more-to-subject').has(lower)))
    return false;
  const last = rest.at(-1);
  return last !== undefined && isNoun(last) && grammar.numberOf(last) === 'singular';
}

/** `guidelines state that`: a verb to the reader, if not to the tagger. */
function saysSomething(word: Word | undefined, grammar: Grammar): boolean {
  return word !== undefined && grammar.finiteForms('verb-of-saying').has(word.lower);
}

/** `six`, `12`; no year and no date. */
function isCount({ lower }: Word, grammar: Grammar): boolean {
  return /^\d{1,3}$/.test(lower) || grammar.words('number-word').has(lower);
}

/** Without a year or "to date" at the end. */
function withoutTrimmings(rest: readonly Word[]): readonly Word[] {
  if (rest.length === 1 && rest[0]?.pos === 'NUM') return [];
  return rest.at(-1)?.lower === 'date' && rest.at(-2)?.lower === 'to' ? rest.slice(0, -2) : rest;
}

function opensPhrase(word: Word): boolean {
  return word.pos === 'ADP' || word.lower === 'to' || isParticiple(word);
}

/** No article stands before it, and it is no plural. */
function isBareNoun(word: Word | undefined, grammar: Grammar): boolean {
  return word !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(word.pos) && grammar.numberOf(word) !== 'plural';
}

/** A noun in full, which phrases without another "and" may follow. */
function isSecondNoun(words: readonly Word[]): boolean {
  const end = words.findIndex((word) => !isInNounPhrase(word));
  if (end < 0) return isNoun(words.at(-1));
  if (!isNoun(words[end - 1]) || !opensPhrase(words[end] as Word)) return false;
  return words.slice(end).every((word) => word.pos !== 'CCONJ' && (word.pos !== 'VERB' || isParticiple(word)));
}

/** Indexes of the words between where the clause begins and the verb, without brackets; undefined where a list or another phrase may go on there. */
function clauseBefore(words: readonly Word[], verb: number, grammar: Grammar): readonly number[] | undefined {
  let end = verb;
  while (words[end - 1]?.pos === 'ADV') end--;
  const found: number[] = [];
  let depth = 0;
  let at = end - 1;
  for (; at >= 0; at--) {
    const { lower } = words[at] as Word;
    if (lower === ')') depth++;
    else if (lower === '(') depth--;
    else if (depth === 0) {
      if (endsClause(words, at, grammar)) break;
      found.push(at);
    }
    if (depth < 0) return undefined;
  }
  if (depth > 0 || (at >= 0 && !opensClause(words, at, grammar))) return undefined;
  found.reverse();
  let first = 0;
  if (words[found[0] ?? -1]?.pos === 'CCONJ') {
    // Behind a comma, "and" closes a list.
    if (words[at]?.lower === ',') return undefined;
    first = 1;
  }
  while (words[found[first] ?? -1]?.pos === 'ADV') first++;
  return first < found.length ? found.slice(first) : undefined;
}

/** The subject of what follows cannot reach back over this word. */
function endsClause(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at] as Word;
  if (word.pos === 'AUX' || word.pos === 'SCONJ' || word.lower === 'there') return true;
  if (grammar.words('clause-opener').has(word.lower)) return true;
  if (word.pos === 'PUNCT') return !isJoint(word);
  const before = words[at - 1];
  if (word.pos === 'NOUN') return isNoun(before) && grammar.words('verb-like-plural').has(word.lower);
  if (word.pos !== 'VERB' || word.lower === 'date') return false;
  if (!isParticiple(word)) return true;
  // `revealed the knee was`: a verb of saying and what it says.
  return (
    grammar.finiteForms('verb-of-saying').has(word.lower) &&
    (isNoun(before) || before?.pos === 'PRON' || before?.lower === ')')
  );
}

/** A whole subject may begin behind this word. */
function opensClause(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at] as Word;
  if (word.lower === ':' || word.lower === ';') return true;
  if (word.lower === ',') return followsIntroduction(words, at, grammar);
  if (word.pos === 'AUX' || word.lower === 'there') return false;
  if (word.pos === 'SCONJ' || grammar.words('clause-opener').has(word.lower))
    return !grammar.words('no-subject-behind').has(word.lower);
  return grammar.finiteForms('verb-of-saying').has(word.lower) && !isParticiple(word);
}

/** The comma sets off a phrase at the beginning that is no part of a list. */
function followsIntroduction(words: readonly Word[], comma: number, grammar: Grammar): boolean {
  let first = comma;
  while (first > 0 && !/^[;:]$/.test(words[first - 1]?.lower ?? '')) {
    first--;
    // The comma of a date: `On June 2, 2016,`.
    if (first < comma && words[first]?.lower === ',' && !/^\d{4}$/.test(words[first + 1]?.lower ?? '')) return false;
  }
  const word = words[first] as Word;
  return (
    word.pos === 'ADP' || word.pos === 'ADV' || word.pos === 'SCONJ' || grammar.words('introduction').has(word.lower)
  );
}
