import type { Grammar, GrammaticalNumber } from './grammar';
import { isInNounPhrase, isNoun, nounPhraseAt } from './noun-phrase';
import { longestClause, type Sentence, type Word } from './sentence';
import type { Slip } from './slip';
import { finiteNumber, numberOfAuxiliary, type Subject, subjectBefore } from './subjects';

/** Finds verbs that do not agree with the subject before them. `isOneAmount`: the words behind the verb speak of an amount as one thing. */
export function* subjectVerbSlips(
  { words }: Sentence,
  grammar: Grammar,
  isOneAmount: (behind: number) => boolean,
): Iterable<Slip> {
  for (let at = 1; at < words.length; at++) {
    const number = finiteNumber(words, at, grammar);
    if (!number) continue;
    const subject = subjectBefore(words, at, grammar);
    const verb = words[at] as Word;
    if (!subject || subject.number === number) continue;
    if (subject.isAmount && (isUnitOfMeasure(words[subject.head], grammar) || isOneAmount(verb.end))) continue;
    const { isDoubtful, ...slip } = slipOf(words, subject, verb, grammar);
    // The name of an item may join two things.
    yield isDoubtful || (subject.kind === 'pair' && isOneAmount(verb.end)) ? { ...slip, isDoubtful: true } : slip;
  }
}

function isUnitOfMeasure(word: Word | undefined, grammar: Grammar): boolean {
  return word !== undefined && grammar.words('measure-noun').has(word.lower);
}

function slipOf(
  words: readonly Word[],
  { start, head, kind, isAmount, isRelative, number }: Subject,
  verb: Word,
  grammar: Grammar,
): Slip {
  const noun = words[head] as Word;
  const right = inNumber(verb.lower, number, grammar);
  const named = kind === 'pair' ? 'A subject joined by "and"' : `"${noun.text}"`;
  return {
    first: kind === 'pair' ? (words[start] as Word) : noun,
    last: verb,
    message: `${named} takes "${right}", not "${verb.text}".`,
    fix: { first: verb, last: verb, text: right },
    ...((kind === 'open' || isRelative || (isAmount && numberOfAuxiliary(verb.lower))) && { isDoubtful: true }),
  };
}

/** A finite verb of the third person in the other number. */
function inNumber(verb: string, number: GrammaticalNumber, grammar: Grammar): string {
  const auxiliary = otherAuxiliary[verb];
  if (auxiliary) return auxiliary;
  return number === 'singular' ? grammar.thirdPersonOf(verb) : (grammar.baseOf(verb) ?? verb);
}

const otherAuxiliary: Readonly<Record<string, string>> = {
  is: 'are',
  are: 'is',
  was: 'were',
  were: 'was',
  has: 'have',
  have: 'has',
  does: 'do',
  do: 'does',
};

/** Finds `there was spasms` and `there are no evidence`. */
export function* thereSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let i = 0; i < words.length; i++) {
    const there = words[i] as Word;
    const verb = words[i + 1];
    const number = numberOfAuxiliary(verb?.lower ?? '');
    if (there.lower !== 'there' || !verb || !number) continue;
    let start = i + 2;
    while (words[start]?.pos === 'ADV' || /^(?:been|not|n't)$/.test(words[start]?.lower ?? '')) start++;
    const phrase = nounPhraseAt(words, start);
    if (!phrase || phrase.hasNumber) continue;
    const noun = words[phrase.head] as Word;
    const actual = grammar.numberOf(noun);
    if (!actual || actual === number) continue;
    const inside = words.slice(start, phrase.head);
    if (
      inside.some(({ pos, lower }) => (pos === 'DET' && /^an?$/.test(lower)) || (pos === 'VERB' && !/ed$/.test(lower)))
    )
      continue;
    if (number === 'plural' && joinsAnother(words, phrase.head)) continue;
    const right = otherAuxiliary[verb.lower] ?? '';
    yield {
      first: there,
      last: noun,
      message: `"${noun.text}" takes "${there.text} ${right}", not "${verb.text}".`,
      fix: { first: verb, last: verb, text: right },
    };
  }
}

/** `There are pain and numbness`: more than one. A verb, or "to", ends what may be joined. */
function joinsAnother(words: readonly Word[], head: number): boolean {
  for (let at = head + 1; at < words.length; at++) {
    const { lower, pos } = words[at] as Word;
    if (/^(?:and|or|,|\/|and\/or|&)$/.test(lower)) return true;
    if (pos === 'AUX' || lower === 'to' || lower === ';') return false;
  }
  return false;
}

/** Finds a second verb of one subject in another number: `has tried it and have failed`. */
export function* secondVerbSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 2; at < words.length; at++) {
    const verb = words[at] as Word;
    const isMain = verb.pos === 'VERB' && grammar.formOf(verb.lower) === 'third-person';
    const number = isMain ? 'singular' : numberOfAuxiliary(verb.lower);
    if (!number || !/^(?:and|or|but)$/.test(words[at - 1]?.lower ?? '')) continue;
    for (let before = at - 2; before > Math.max(0, at - longestClause); before--) {
      const { lower } = words[before] as Word;
      if (/^(?:that|which|who|;|:|")$/.test(lower)) break;
      const other = finiteNumber(words, before, grammar);
      if (!other) continue;
      const first = words[before] as Word;
      const right = inNumber(verb.lower, other, grammar);
      // Another noun than the first verb's may be the subject of a verb in full.
      if (isMain && !numberOfAuxiliary(first.lower)) break;
      if (other !== number)
        yield {
          first: verb,
          last: verb,
          message: `"${verb.text}" does not agree with "${first.text}" before it. Use "${right}" or name its subject.`,
          // "Treatments have helped but continues with pain": another subject is missing there.
          ...(!(isMain && words[at - 1]?.lower === 'but') && { fix: { first: verb, last: verb, text: right } }),
        };
      break;
    }
  }
}

const relatives: ReadonlySet<string> = new Set(['that', 'which', 'who']);

/** Finds `a diagnosis that include`. Behind a preposition the verb may belong to a noun further back. */
export function* relativeClauseSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 1; at < words.length - 1; at++) {
    if (!relatives.has((words[at] as Word).lower) || !isNoun(words[at - 1])) continue;
    let verbAt = at + 1;
    while (words[verbAt]?.pos === 'ADV') verbAt++;
    const number = finiteNumber(words, verbAt, grammar);
    const noun = words[at - 1] as Word;
    const actual = grammar.numberOf(noun);
    if (!number || !actual || number === actual) continue;
    let before = at - 2;
    while (before >= 0 && isInNounPhrase(words[before] as Word)) before--;
    const pos = words[before]?.pos;
    if (pos === 'ADP' || pos === 'CCONJ' || pos === 'PUNCT' || pos === 'PART') continue;
    const verb = words[verbAt] as Word;
    const right = inNumber(verb.lower, actual, grammar);
    yield {
      first: noun,
      last: verb,
      message: `"${noun.text}" takes "${right}", not "${verb.text}".`,
    };
  }
}
