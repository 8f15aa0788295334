import type { Grammar } from './grammar';
import { isNoun } from './noun-phrase';
import type { Word } from './sentence';
import { finiteNumber } from './subjects';

/** Whether the word at `at` is surely a finite verb. */
export function isFiniteVerb(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at];
  if (!word) return false;
  const before = words[behindAdverbs(words, at - 1, -1)];
  if (word.pos === 'AUX') {
    const isFiniteForm = grammar.words('finite-auxiliary').has(word.lower) || grammar.words('modal').has(word.lower);
    return isFiniteForm && before?.pos !== 'AUX' && before?.lower !== 'to';
  }
  if (word.pos !== 'VERB') return false;
  const form = grammar.formOf(word.lower);
  if (form === 'third-person') return true;
  if (form === 'base') return finiteNumber(words, at, grammar) !== undefined;
  if (form !== 'past' || !before || before.pos === 'AUX' || before.lower === 'to' || word.lower === 'dated')
    return false;
  if (grammar.participleForPast(word.lower)) return true;
  // One in -ed is a participle unless an object follows.
  const next = words[at + 1];
  if (next && /^(?:him|her|it|them|that)$/.test(next.lower)) return true;
  return (
    (isNoun(before) || before.pos === 'PRON' || before.pos === 'NUM') &&
    next !== undefined &&
    /^(?:DET|PRON|SCONJ|ADJ|NOUN|PROPN)$/.test(next.pos)
  );
}

/** The first word from `from` on, or back, that is no adverb. */
export function behindAdverbs(words: readonly Word[], from: number, step: 1 | -1): number {
  let at = from;
  while (words[at]?.pos === 'ADV') at += step;
  return at;
}
