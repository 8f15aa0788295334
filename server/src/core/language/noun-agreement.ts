import { isFiniteVerb } from './finite-verbs';
import type { Grammar, GrammaticalNumber } from './grammar';
import { isNoun, nounPhraseAt } from './noun-phrase';
import type { Sentence, Word } from './sentence';
import type { Slip } from './slip';

const determiners: ReadonlyMap<string, GrammaticalNumber> = new Map([
  ['a', 'singular'],
  ['an', 'singular'],
  ['this', 'singular'],
  ['each', 'singular'],
  ['every', 'singular'],
  ['another', 'singular'],
  ['these', 'plural'],
  ['those', 'plural'],
  ['several', 'plural'],
  ['many', 'plural'],
  ['various', 'plural'],
  ['numerous', 'plural'],
]);

/** Finds `this criteria`, `these request`, `several month`. */
export function* determinerSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let i = 0; i < words.length; i++) {
    const determiner = words[i] as Word;
    const number = determiners.get(determiner.lower);
    if (!number || !/^(?:DET|ADJ|PRON)$/.test(determiner.pos)) continue;
    const phrase = nounPhraseAt(words, i + 1);
    if (!phrase || phrase.hasNumber || words[i + 1]?.pos === 'DET') continue;
    const noun = words[phrase.head] as Word;
    const actual = grammar.numberOf(noun);
    if (!actual || actual === number) continue;
    // "None of these can be seen", "some of those need surgery": without another verb, the noun may be one.
    if (grammar.words('modal').has(noun.lower)) continue;
    const mayBeVerb = determiner.lower !== 'this' || grammar.words('verb-like-plural').has(noun.lower);
    if (words[i - 1]?.lower === 'of' && mayBeVerb && !isFiniteVerb(words, phrase.head + 1, grammar)) continue;
    const between = words.slice(i + 1, phrase.head);
    // "This decision addresses", "a few days": a verb to the reader, an amount.
    if (between.some(({ lower, pos }) => lower === 'few' || lower === 'half' || pos === 'VERB' || pos === 'PRON'))
      continue;
    if (words.slice(i + 1, phrase.head + 1).some((_, j) => isJoined(words[i + 2 + j]))) continue;
    // "This decision addresses it", "these counsel that": a verb to the reader.
    if (/^(?:DET|PRON|SCONJ)$/.test(words[phrase.head + 1]?.pos ?? '')) continue;
    yield { first: determiner, last: noun, ...repair(determiner, noun, number, grammar) };
  }
}

function isJoined(word: Word | undefined): boolean {
  return word !== undefined && /^(?:and|or|\/|&|and\/or)$/.test(word.lower);
}

function repair(
  determiner: Word,
  noun: Word,
  number: GrammaticalNumber,
  grammar: Grammar,
): Pick<Slip, 'message' | 'fix'> {
  const plural = number === 'plural' ? grammar.pluralOf(noun.text) : undefined;
  if (plural)
    return {
      message: `"${determiner.text}" takes a plural: "${plural}".`,
      fix: { first: noun, last: noun, text: plural },
    };
  if (determiner.lower === 'this') {
    const these = determiner.text === 'This' ? 'These' : 'these';
    return {
      message: `"${noun.text}" is plural. Use "${these}", not "${determiner.text}".`,
      fix: { first: determiner, last: determiner, text: these },
    };
  }
  return { message: `"${determiner.text}" and "${noun.text}" differ in number.` };
}

/** Finds `for 6 week` and `1 visits`. A unit before a noun describes it: `a 6 week course`. */
export function* countSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  const units = grammar.words('countable-unit');
  for (let i = 0; i < words.length - 1; i++) {
    const count = words[i] as Word;
    const unit = words[i + 1] as Word;
    if (!unit.isApart || (i > 0 && !count.isApart)) continue;
    if (units.has(unit.lower) && isMoreThanOne(count, grammar) && !describes(words[i + 2])) {
      const plural = grammar.pluralOf(unit.text);
      if (plural)
        yield {
          first: count,
          last: unit,
          message: `"${count.text}" takes a plural: "${plural}".`,
          fix: { first: unit, last: unit, text: plural },
        };
    }
    if (
      (count.lower === 'one' || count.lower === '1') &&
      units.has(unit.lower.slice(0, -1)) &&
      unit.lower.endsWith('s')
    ) {
      const singular = unit.text.slice(0, -1);
      yield {
        first: count,
        last: unit,
        message: `"${count.text}" takes a singular: "${singular}".`,
        fix: { first: unit, last: unit, text: singular },
      };
    }
  }
}

function isMoreThanOne({ lower }: Word, grammar: Grammar): boolean {
  return /^\d{1,3}$/.test(lower) ? Number(lower) > 1 : grammar.words('number-word').has(lower);
}

/** What follows a unit that describes it: a noun, an adjective, a hyphen. */
function describes(next: Word | undefined): boolean {
  if (!next) return false;
  return isNoun(next) || /^(?:ADJ|NUM|VERB|SYM)$/.test(next.pos) || /^(?:-|–|\/|'s|'|old|\()$/.test(next.lower);
}

/** Finds `bilateral knee`: of two parts, but no noun that they describe. */
export function* bilateralSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  const parts = grammar.words('paired-part');
  for (let i = 0; i < words.length; i++) {
    const bilateral = words[i] as Word;
    if (bilateral.lower !== 'bilateral') continue;
    let at = i + 1;
    while (at < words.length && isBeforePart(words, at, parts)) at++;
    const part = words[at];
    if (!part || !parts.has(part.lower) || describesPart(words, at)) continue;
    const inPlural = words.slice(i + 1, at + 1).map((word) => {
      const space = word.isApart ? ' ' : '';
      return space + (parts.has(word.lower) ? (grammar.pluralOf(word.text) ?? feet(word.text)) : word.text);
    });
    const plural = inPlural.join('').trim();
    yield {
      first: bilateral,
      last: part,
      message: `"${bilateral.text}" takes a plural: "${plural}".`,
      fix: { first: words[i + 1] as Word, last: part, text: plural },
    };
  }
}

function isBeforePart(words: readonly Word[], at: number, parts: ReadonlySet<string>): boolean {
  const { lower } = words[at] as Word;
  if (/^(?:upper|lower|the|\/|and|or)$/.test(lower)) return true;
  return (
    parts.has(lower) && /^(?:\/|and|or)$/.test(words[at + 1]?.lower ?? '') && parts.has(words[at + 2]?.lower ?? '')
  );
}

function describesPart(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (!next) return false;
  if (isNoun(next) || next.pos === 'ADJ' || /^(?:-|\/|')$/.test(next.lower)) return true;
  return next.pos === 'VERB' && (isNoun(words[at + 2]) || words[at + 2]?.pos === 'PUNCT');
}

function feet(part: string): string {
  return part.replace(/oo(?=t$)/i, 'ee');
}

/** Finds `sprain/strains`: two nouns for one thing, which differ in number. */
export function* slashSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let i = 1; i < words.length - 1; i++) {
    const before = words[i - 1] as Word;
    const behind = words[i + 1] as Word;
    if (words[i]?.lower !== '/' || before.pos !== 'NOUN' || behind.pos !== 'NOUN' || isNoun(words[i + 2])) continue;
    const one = grammar.numberOf(before);
    const other = grammar.numberOf(behind);
    if (!one || !other || one === other) continue;
    yield { first: before, last: behind, message: `"${before.text}" and "${behind.text}" differ in number.` };
  }
}

/** Finds `the front and back aspect`: two of them, in the singular. The first adjective may describe another noun. */
export function* sharedNounSlips({ words }: Sentence, grammar: Grammar): Iterable<Slip> {
  for (let i = 1; i < words.length - 2; i++) {
    const first = words[i - 1] as Word;
    const noun = words[i + 2] as Word;
    if (words[i]?.lower !== 'and' || !isDescribing(first) || !isDescribing(words[i + 1])) continue;
    if (!grammar.words('divided-part').has(noun.lower) || isNoun(words[i + 3])) continue;
    const plural = grammar.pluralOf(noun.text);
    if (!plural) continue;
    yield {
      first,
      last: noun,
      message: `"${first.text} and ${words[i + 1]?.text}" are two. Use "${plural}".`,
      fix: { first: noun, last: noun, text: plural },
      isDoubtful: true,
    };
  }
}

function isDescribing(word: Word | undefined): boolean {
  return word !== undefined && /^(?:ADJ|NOUN)$/.test(word.pos) && /[a-z](?:al|ar|ic|er|or)$/.test(word.text);
}
