import type { Grammar } from './grammar';
import { isNoun } from './noun-phrase';
import type { Sentence, Word } from './sentence';
import type { Slip } from './slip';

/** Finds a lost stop: `an option When the pain …`, `(massage, heat) The use …`. */
export function* lostStopSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 1; at < words.length - 1; at++) {
    const word = words[at] as Word;
    const next = words[at + 1] as Word;
    const before = words[at - 1] as Word;
    if (word.text === word.lower || !word.isApart || !/^[A-Z][a-z]+$|^A$/.test(word.text)) continue;
    const isTable = grammar.words('spelled-unit').has(before.text) && word.text.length > 3;
    if (before.lower !== ')' && !isTable && !grammar.words('sentence-start').has(word.lower)) continue;
    if (
      next.text !== next.lower ||
      !(isTable ? /^[a-z,(-]/ : /^[a-z]/).test(next.text) ||
      !mayEndSentence(words, at - 1)
    )
      continue;
    yield {
      first: before,
      last: word,
      message: `Missing period before "${word.text}", or it should be in lower case.`,
    };
  }
}

function mayEndSentence(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (word.lower !== ')') return /^[a-z]{2,}$/.test(word.text) && !/^(?:DET|ADP|CCONJ)$/.test(word.pos);
  let open = at;
  while (open > 0 && words[open]?.lower !== '(') open--;
  const before = words[open - 1];
  // `(2) The second`: a list. `(Author, 2005) The next`: behind a stop.
  return (
    at - open > 2 && before !== undefined && /^[a-z]+$/.test(before.text) && !/\d{4}/.test(words[at - 1]?.lower ?? '')
  );
}

/** Finds a stop inside a bracket that began within the sentence: `rest (e.g., at night.)`. */
export function* bracketStopSlips({ words }: Sentence, isAbbreviation: (stop: number) => boolean): Iterable<Slip> {
  for (let at = 2; at < words.length; at++) {
    const bracket = words[at] as Word;
    const stop = words[at - 1] as Word;
    if (bracket.lower !== ')' || stop.lower !== '.' || !/^[a-z]{3,}$/.test(words[at - 2]?.text ?? '')) continue;
    if (isAbbreviation(stop.start)) continue;
    let open = at - 2;
    while (open > 0 && words[open]?.lower !== '(') open--;
    const before = words[open - 1];
    if (!before || !/^[a-z]/.test(before.text) || words.slice(open + 1, at - 1).some(({ lower }) => lower === '.'))
      continue;
    yield {
      first: words[at - 2] as Word,
      last: bracket,
      message: 'Put the period after the bracket.',
      fix: { first: stop, last: bracket, text: at === words.length - 1 ? ').' : ')' },
    };
  }
}

/** Finds a bracket that is opened twice: `((rest, heat)`. */
export function* doubledBracketSlips({ words }: Sentence): Iterable<Slip> {
  for (let at = 0; at < words.length - 2; at++) {
    const first = words[at] as Word;
    const second = words[at + 1] as Word;
    if (first.lower !== '(' || second.lower !== '(' || second.isApart) continue;
    const behind = words.slice(at);
    const open = behind.filter(({ lower }) => lower === '(').length;
    if (behind.filter(({ lower }) => lower === ')').length >= open) continue;
    yield {
      first,
      last: words[at + 2] as Word,
      message: 'Two brackets open here, and one closes.',
      fix: { first, last: second, text: '(' },
    };
  }
}

/** Finds `and or`. */
export function* andOrSlips({ words }: Sentence): Iterable<Slip> {
  for (let at = 0; at < words.length - 1; at++) {
    const and = words[at] as Word;
    const or = words[at + 1] as Word;
    if (and.lower !== 'and' || or.lower !== 'or' || !or.isApart) continue;
    yield {
      first: and,
      last: or,
      message: 'Use "and/or", or one of both.',
      fix: { first: and, last: or, text: 'and/or' },
    };
  }
}

/** Finds apostrophes that make no genitive: `EMG's are`, `ADL's.`, `it's use`, and lost ones: `the patients pain`. */
export function* apostropheSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 1; at < words.length; at++) {
    const word = words[at] as Word;
    const before = words[at - 1] as Word;
    const next = words[at + 1];
    if (word.lower === "'s" && !word.isApart) {
      if (before.lower === 'it') {
        if (next && (isNoun(next) || isBaseVerb(next, grammar) || (next.pos === 'ADJ' && isNoun(words[at + 2]))))
          yield replaced(before, word, `${before.text}s`);
      } else if (isPluralWithApostrophe(words, at, grammar)) yield replaced(before, word, `${before.text}s`);
    } else if (
      grammar.words('person-plural').has(word.lower) &&
      next?.pos === 'NOUN' &&
      next.text === next.lower &&
      grammar.numberOf(next)
    ) {
      if (
        !/^(?:the|this|a|an|each|injured)$/.test(before.lower) ||
        (next.lower.endsWith('s') && grammar.numberOf(next) === 'plural' && words[at + 2]?.pos === 'DET')
      )
        continue;
      const right = `${word.text.slice(0, -1)}'s`;
      yield {
        first: word,
        last: next,
        message: `An apostrophe is missing in "${word.text}".`,
        fix: { first: word, last: word, text: right },
      };
    }
  }
}

function isBaseVerb({ pos, lower }: Word, grammar: Grammar): boolean {
  return pos === 'VERB' && grammar.formOf(lower) === 'base' && grammar.participleOf(lower) !== lower;
}

function isPluralWithApostrophe(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const before = words[at - 1] as Word;
  const next = words[at + 1];
  if (next && /^(?:are|were|have)$/.test(next.lower))
    return isNoun(before) && !grammar.words('eponym').has(before.lower);
  if (!/^[A-Z]{2,6}$/.test(before.text)) return false;
  return !next || /^(?:PUNCT|ADP|CCONJ|AUX)$/.test(next.pos);
}

function replaced(first: Word, last: Word, text: string): Slip {
  return { first, last, message: `"${text}" has no apostrophe here.`, fix: { first, last, text } };
}

/** Finds a single quote behind a word that no other one opens: `right' right arm`. */
export function* strayQuoteSlips({ words, text }: Sentence): Iterable<Slip> {
  for (let at = 1; at < words.length - 1; at++) {
    const mark = words[at] as Word;
    const before = words[at - 1] as Word;
    if (mark.lower !== "'" || mark.isApart || !words[at + 1]?.isApart || !/^[a-z]*[a-rt-z]$/.test(before.lower))
      continue;
    if (/(?:^|[\s(])['‘]/.test(text.slice(0, mark.start))) continue;
    yield { first: before, last: mark, message: `A stray quotation mark follows "${before.text}".` };
  }
}
