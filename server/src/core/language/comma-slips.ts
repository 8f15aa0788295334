import { isFiniteVerb } from './finite-verbs';
import type { Grammar } from './grammar';
import { isJoint, isNoun, isParticiple } from './noun-phrase';
import { longestClause, type Sentence, type Word } from './sentence';
import type { Slip } from './slip';
import { numberOfAuxiliary } from './subjects';

/** Finds a single comma between a subject and its verb: `The report dated 1-3-17, denied the request`. */
export function* subjectCommaSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 1; at < words.length - 2; at++) {
    const comma = words[at] as Word;
    if (comma.lower !== ',' || !isPredicate(words, at + 1, grammar)) continue;
    const start = subjectStart(words, at, grammar);
    if (start === undefined) continue;
    const before = words[at - 1] as Word;
    const verb = words[at + 1] as Word;
    yield {
      first: before,
      last: verb,
      message: `A comma separates "${verb.text}" from its subject.`,
      fix: { first: comma, last: comma, text: '' },
    };
  }
}

/** A finite verb; one in -ed only before its object, as else it may be a participle. */
function isPredicate(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const verb = words[at] as Word;
  const next = words[at + 1] as Word;
  if (verb.text !== verb.lower) return false;
  // "Guidelines (ODG), state that": a noun to the tagger.
  if (next.lower === 'that' && grammar.finiteForms('verb-of-saying').has(verb.lower)) return true;
  if (verb.pos === 'AUX')
    return (
      numberOfAuxiliary(verb.lower) !== undefined || verb.lower === 'had' || grammar.words('modal').has(verb.lower)
    );
  if (verb.pos !== 'VERB' || grammar.words('side').has(verb.lower) || verb.lower === 'dated') return false;
  const form = grammar.formOf(verb.lower);
  if (form !== 'past' && form !== 'third-person') return false;
  const opensObject = /^(?:DET|PRON|SCONJ|NOUN|PROPN|ADJ|ADV)$/.test(next.pos) || /^["“]$/.test(next.text);
  return opensObject && words[at + 2]?.lower !== 'by';
}

/** Where a subject begins that reaches to the comma, without a verb or another comma in it. */
function subjectStart(words: readonly Word[], comma: number, grammar: Grammar): number | undefined {
  let depth = 0;
  let start = comma;
  for (; start > 0; start--) {
    const word = words[start - 1] as Word;
    if (word.lower === ')') depth++;
    else if (word.lower === '(') depth--;
    if (depth > 0) continue;
    if (word.lower === ',' && opensWithPhrase(words, start - 1, grammar)) break;
    if (depth < 0 || word.lower === ',' || word.pos === 'AUX') return undefined;
    if (/^[;:]$/.test(word.lower) || (word.lower === 'that' && word.pos !== 'DET')) break;
    if (word.pos === 'SCONJ' || (word.lower !== 'as' && grammar.words('clause-opener').has(word.lower)))
      return undefined;
    if (word.pos === 'PUNCT' && !isJoint(word) && word.lower !== '(') return undefined;
    // "Without contrast", "a CT scan of", "a consult and treatment": nouns to the reader.
    if (/^(?:ADP|DET)$/.test(words[start - 2]?.pos ?? '') || isNounToReader(words, start - 1, grammar)) continue;
    const isNoPredicate = isParticiple(word) || grammar.formOf(word.lower) === 'participle';
    if (word.pos === 'VERB' && (!isNoPredicate || isFiniteVerb(words, start - 1, grammar))) return undefined;
  }
  const first = words[start] as Word;
  if (/^(?:ADP|ADV|SCONJ|PART|CCONJ)$/.test(first.pos) || (first.pos === 'VERB' && !/ed$/.test(first.lower)))
    return undefined;
  if (grammar.words('introduction').has(first.lower)) return undefined;
  const subject = words.slice(start, comma);
  if (!subject.some(isNoun)) return undefined;
  // Notes leave the subject out: "Mood low, sleeps badly".
  const isProse =
    first.pos === 'DET' || subject.some(({ lower }) => lower === 'dated') || words[comma + 1]?.pos === 'AUX';
  return isProse ? start : undefined;
}

/** A base form behind a singular noun and before what follows a noun. */
function isNounToReader(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const before = words[at - 1];
  return (
    isNoun(before) &&
    grammar.numberOf(before as Word) !== 'plural' &&
    grammar.formOf(words[at]?.lower ?? '') === 'base' &&
    /^(?:CCONJ|ADP|PUNCT)$/.test(words[at + 1]?.pos ?? '')
  );
}

/** From the sentence's beginning to the comma runs one phrase before the subject: `In light of the above,`. */
function opensWithPhrase(words: readonly Word[], comma: number, grammar: Grammar): boolean {
  const first = words[0] as Word;
  if (first.pos !== 'ADP' && first.pos !== 'ADV' && !grammar.words('introduction').has(first.lower)) return false;
  return words.slice(0, comma).every(({ pos, lower }) => pos !== 'AUX' && pos !== 'PUNCT' && lower !== 'that');
}

/** Finds a comma in place of "that": `The guidelines state, a scan is …`. */
export function* sayingCommaSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 1; at < words.length - 3; at++) {
    const verb = words[at] as Word;
    const comma = words[at + 1] as Word;
    if (comma.lower !== ',' || !isVerb(words, at, grammar) || !saysSomething(verb, grammar)) continue;
    if (
      !isNoun(words[at - 1]) &&
      words[at - 1]?.pos !== 'PRON' &&
      words[at - 1]?.pos !== 'ADV' &&
      words[at - 1]?.lower !== ','
    )
      continue;
    if (words.slice(Math.max(0, at - longestClause), at).some(({ lower }) => /^(?:as|per|which|what)$/.test(lower)))
      continue;
    if (!isClauseAt(words, at + 2)) continue;
    yield {
      first: verb,
      last: words[at + 2] as Word,
      message: `Use "that" after "${verb.text}", not a comma.`,
      fix: { first: comma, last: comma, text: ' that' },
    };
  }
}

/** A verb, or a plural's verb that the tagger takes for a noun (`guidelines state`). */
function isVerb(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at] as Word;
  if (word.pos === 'VERB') return true;
  return (
    isNoun(word) &&
    word.text === word.lower &&
    isNoun(words[at - 1]) &&
    grammar.numberOf(words[at - 1] as Word) === 'plural'
  );
}

function saysSomething({ lower }: Word, grammar: Grammar): boolean {
  if (grammar.finiteForms('verb-of-saying').has(lower)) return true;
  return lower.endsWith('ing') && grammar.words('verb-of-saying').has(lower.replace(/ing$/, 'e'));
}

/** A noun phrase and a finite verb follow, without another comma between. */
function isClauseAt(words: readonly Word[], start: number): boolean {
  const first = words[start] as Word;
  if (!/^(?:DET|NOUN|PROPN|ADJ|PRON|NUM|VERB)$/.test(first.pos) || (first.pos === 'VERB' && !isParticiple(first)))
    return false;
  if (first.pos === 'VERB' && words[start + 1]?.pos === 'DET') return false;
  for (let at = start + 1; at < words.length; at++) {
    const { pos, lower } = words[at] as Word;
    if (pos === 'AUX' || (pos === 'VERB' && !isParticiple(words[at] as Word))) return true;
    if (lower === ',' || lower === ';' || pos === 'SCONJ') return false;
  }
  return false;
}
