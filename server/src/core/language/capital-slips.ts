import type { NameMatch } from '../library/types';
import { spanAt } from '../text/span';
import type { Grammar } from './grammar';
import { isNoun } from './noun-phrase';
import type { Sentence, Word } from './sentence';
import type { Slip } from './slip';

/** Finds the capital of a common word inside a sentence: `the request for Physical therapy`. `names`: the library's names in the sentence. */
export function* capitalSlips({ words }: Sentence, names: readonly NameMatch[], grammar: Grammar): Iterable<Slip> {
  for (let at = 1; at < words.length; at++) {
    const word = words[at] as Word;
    if (word.text === word.lower || !word.isApart || !/^[A-Z][a-z]{2,}(?:-[a-z]+)?$/.test(word.text)) continue;
    const end = roleEnd(words, at, grammar) ?? at;
    const last = words[end] as Word;
    if (!isAlone(words, at, end, grammar) || !isCommon(word, last, names, grammar)) continue;
    if (opensLabelOrTitle(words, at, end)) continue;
    const right = words
      .slice(at, end + 1)
      .map(({ lower, isApart }, i) => (isApart && i > 0 ? ` ${lower}` : lower))
      .join('');
    yield {
      first: word,
      last,
      message: `"${word.text}" needs no capital inside a sentence.`,
      fix: { first: word, last, text: right },
      ...(isItem(words, at) && { isDoubtful: true }),
    };
    at = end;
  }
}

/** The last of two or three words for a person with a capital each: `Treating Physician`. */
function roleEnd(words: readonly Word[], at: number, grammar: Grammar): number | undefined {
  let end = at;
  while (
    end < words.length &&
    /^[A-Z][a-z]+$/.test(words[end]?.text ?? '') &&
    grammar.words('role').has(words[end]?.lower ?? '')
  )
    end++;
  return end > at ? end - 1 : undefined;
}

/** Behind `the original request,` the item follows as it is printed. */
function isItem(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.lower === ',' && words[at - 2]?.lower === 'request';
}

/** Between words in small letters or abbreviations, as a title is not. */
function isAlone(words: readonly Word[], at: number, end: number, grammar: Grammar): boolean {
  const before = words[at - 1] as Word;
  const isBehindComma = before.lower === ',' && /^[a-z]+$|^Guidelines$/.test(words[at - 2]?.text ?? '');
  const opensSentence = at === 1 && grammar.words('sentence-start').has(before.lower);
  if (!/^[a-z]+$/.test(before.text) && !isBehindComma && !opensSentence) return false;
  const next = words[words[end + 1]?.lower === "'s" ? end + 2 : end + 1];
  return !next || !/^[A-Z][a-z]/.test(next.text);
}

/**
 * Opens the label of a row (`9 visits over 8 weeks Post-injection treatment: 1-2 visits`) or a title whose last word has a capital too
 * (`under Home care services Section`).
 */
function opensLabelOrTitle(words: readonly Word[], first: number, last: number): boolean {
  for (let at = last + 1; at < Math.min(words.length, last + longestTitle); at++) {
    const word = words[at] as Word;
    if (word.lower === ':') return isNoun(words[first - 1]);
    if (word.pos !== 'NOUN' && word.pos !== 'PROPN' && word.pos !== 'ADJ') return false;
    if (/^[A-Z][a-z]+$/.test(word.text)) return true;
  }
  return false;
}

const longestTitle = 6;

const common: ReadonlySet<string> = new Set(['treatment', 'body-part', 'drug-class']);

function isCommon(word: Word, last: Word, names: readonly NameMatch[], grammar: Grammar): boolean {
  if (grammar.words('role').has(word.lower) && grammar.words('role').has(last.lower)) return true;
  if (word.lower === 'guideline') return true;
  if (word.lower.includes('-') && grammar.words('compound-prefix').has(word.lower.slice(0, word.lower.indexOf('-'))))
    return true;
  if (['number-word', 'common-adjective', 'never-a-name'].some((id) => grammar.words(id).has(word.lower))) return true;
  const name = names.find(({ start }) => start === word.start);
  // "Monitored", "Currently": words of no name.
  if (!name && /^[a-z]{3,}(?:[^e]ed|ly)$/.test(word.lower)) return true;
  return name !== undefined && /^[a-z]/.test(name.name) && name.refs.every(({ kind }) => common.has(kind));
}

/** Finds the title of a guideline in small letters: `chronic pain medical treatment guidelines`. */
export function* smallTitleSlips({ words, text }: Sentence, names: readonly NameMatch[]): Iterable<Slip> {
  for (const { kind, name, start, end } of names) {
    const printed = text.slice(start, end);
    if (kind !== 'guideline' || !/^(?:[a-z]+ ){2,}[a-z]+$/.test(printed) || !/^(?:[A-Z][a-z]+ ){2,}/.test(name))
      continue;
    const first = words.find((word) => word.start === start);
    const last = words.find((word) => word.end === end);
    if (!first || !last) continue;
    const right = printed.replace(/\b(?!of |and |for |in |the )[a-z]/g, (letter) => letter.toUpperCase());
    yield { first, last, message: `Write the title "${right}" with capitals.`, fix: { first, last, text: right } };
  }
}

/** Finds names that lost their capital: brands of drugs, and persons behind a sign or test. */
export function* lostCapitalSlips({ words }: Sentence, names: readonly NameMatch[], grammar: Grammar): Iterable<Slip> {
  for (const word of words) {
    if (!/^[a-z]{4,}$/.test(word.text)) continue;
    const brand = spanAt(names, word.start) as NameMatch | undefined;
    const isBrand =
      brand?.end === word.end && brand.refs.every(({ kind }) => kind === 'brand') && /^[A-Z][a-z]+$/.test(brand.name);
    if (!isBrand && !grammar.words('eponym').has(word.lower)) continue;
    const right = `${word.text.charAt(0).toUpperCase()}${word.text.slice(1)}`;
    yield {
      first: word,
      last: word,
      message: `"${right}" is a name and needs a capital.`,
      fix: { first: word, last: word, text: right },
    };
  }
}

/** Finds a sentence that begins small behind a period: `It helped. the brace is worn`. */
export function* smallStartSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let at = 2; at < words.length; at++) {
    const word = words[at] as Word;
    const before = words[at - 2] as Word;
    if (words[at - 1]?.text !== '.' || words[at - 1]?.isApart || !word.isApart) continue;
    if (!/^[a-z]+$/.test(word.text) || !grammar.words('sentence-start').has(word.lower)) continue;
    if (!/^[a-z]{4,}$/.test(before.text)) continue;
    const right = `${word.text.charAt(0).toUpperCase()}${word.text.slice(1)}`;
    yield {
      first: word,
      last: word,
      message: `The sentence begins with a small letter. Write "${right}".`,
      fix: { first: word, last: word, text: right },
    };
  }
}
