import type { Ask } from '../../analysis/fact';
import type { Dictionary } from '../../language/dictionary';
import { properNames } from '../../language/proper-names';
import { spanOfWords } from '../../language/read-sentences';
import { type UnknownWord, unknownWordsIn } from '../../language/unknown-words';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { editDistance } from '../../text/edit-distance';
import type { Span } from '../../text/span';
import { defineLanguageRule } from '../rule';

export const misspelledWord = defineLanguageRule({
  code: 'IMR701',
  name: 'misspelled-word',
  severity: 'warning',
  fix: 'safe',
  reads: 'names',
  places: ['case-summary', 'rationale', 'item', 'claimsAdministratorGuideline', 'reviewerGuideline'],
  readsQuotations: true,
  summary: 'A word is misspelled.',
  why: 'A determination is read by the injured worker, the employer and a judge. A misspelled word can be taken for another one, and it suggests that nobody read the letter before it was sent.',
  repair:
    'Spell the word as a dictionary does. Add a word that is right to the setting imr.words, or to words in .imr.yaml.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has lo9w back pain, a
                                                                                        ^^^^
decreassed range of motion, and parastesias. Symetric reflexes and a backstrain were noted. She takes Norco
^^^^^^^^^^
                                ^^^^^^^^^^^
                                             ^^^^^^^^
                                                                     ^^^^^^^^^^
10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016 who saw Dr. Paine and Dr. Bakk.
Spurling's test, the paraspinals, a posterolateral protrusion, MRIs of L4L5, FABER and a PRN ROM chart are noted. She takes B12
and Norco 10/325mg #60 q4h. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ sentence, ask, dictionary, ownWords }) {
    for (const word of /[a-z]\d/.test(sentence.text) ? sentence.words : []) {
      if (digitInWord.test(word.text) && !ownWords.has(word.lower))
        yield toFinding(word, withoutDigit(word.text, dictionary), false);
    }
    for (const word of unknownWordsIn(ask, sentence, dictionary)) {
      const lower = word.word.toLowerCase();
      if (ownWords.has(lower) || ownWords.has(withoutEnding(lower)) || isName(ask, word, sentence.text)) continue;
      const meant = meantBy(lower, dictionary);
      if (meant)
        yield toFinding(
          word,
          meant.map((each) => asPrinted(each, word.word)),
          isCertain(ask, word, meant),
        );
      else {
        const parts = partsOf(lower, dictionary);
        if (parts) yield { ...toFinding(word, [asPrinted(parts, word.word)], false), atMost: 'hint' };
      }
    }

    function toFinding(place: Span, meant: readonly string[], isSafe: boolean): Finding {
      const span = spanOfWords(sentence, place);
      const printed = sentence.text.slice(place.start, place.end);
      return {
        span,
        message: `"${printed}" is misspelled.`,
        unknownWord: withoutEnding(printed),
        fixes: meant.map((word) => ({
          title: `Change to "${word}"`,
          kind: isSafe ? 'misspelling' : 'review',
          edits: [replace(span, word)],
        })),
      };
    }
  },
});

/** `Bakk`, of `Bakk's`. */
function withoutEnding(word: string): string {
  return word.replace(/['’].*/s, '');
}

/** One digit among small letters, of which at least two stand on one side. */
const digitInWord = /^(?:[a-z]{2,20}\d[a-z]{1,20}|[a-z]\d[a-z]{2,20})$/;

function withoutDigit(printed: string, dictionary: Dictionary): readonly string[] {
  const word = printed.replace(/\d/, '');
  return dictionary.knows(word) ? [word] : [];
}

/** Has a capital, unless it opens a sentence that goes on in small letters; or the letter uses it as a name elsewhere. */
function isName(ask: Ask, { word, start, end }: UnknownWord, text: string): boolean {
  if (word === word.toLowerCase() || word === word.toUpperCase()) return false;
  const opensSentence = /^["“]?$/.test(text.slice(0, start)) && /^,? [a-z]/.test(text.slice(end, end + 3));
  return !opensSentence || /['’]/.test(word) || ask(properNames).has(word.toLowerCase());
}

/**
 * Words of the dictionary that may be meant, at most three: the nearest, and of these the ones with the same first letter. One that
 * differs in doubled letters only, or else in one vowel for another, is meant rather than any other. Undefined where no word is near;
 * empty where the nearest are other words: `torsion` for "dorsion".
 */
function meantBy(word: string, dictionary: Dictionary): readonly string[] | undefined {
  if (word.length < shortest) return undefined;
  const near = dictionary
    .near(word, word.length < long ? 1 : 2)
    .filter(({ word: each }) => each === each.toLowerCase() && each.slice(0, -1) !== `${word}l`);
  if (near.length === 0) return undefined;
  const nearest = near.filter(({ distance }) => distance === near[0]?.distance).map(({ word: each }) => each);
  const alike = nearest.filter((each) => each.charAt(0) === word.charAt(0));
  const doubled = alike.filter((each) => undoubled(each) === undoubled(word));
  const voweled = alike.filter((each) => withoutVowels(each) === withoutVowels(word));
  const others = nearest.filter((each) => each.slice(1) !== word.slice(1));
  return ([doubled, voweled, alike].find(({ length }) => length > 0) ?? others).slice(0, mostMeant);
}

/** The consonants, and a mark for each vowel. */
function withoutVowels(word: string): string {
  return word.replace(/[aeiouy]/g, '_');
}

function undoubled(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}

const shortest = 5;
/** In a word of so many letters, two may be wrong. */
const long = 8;
const mostMeant = 3;

/** One word only can be meant, by its first letter too, and no drug. */
function isCertain({ library }: Ask, { word }: UnknownWord, meant: readonly string[]): boolean {
  const [only = '', another] = meant;
  const isOne = another === undefined && only.charAt(0) === word.charAt(0).toLowerCase();
  const isClose = editDistance(word.toLowerCase(), only, 1) === 1 && /^[A-Za-z]{4,}$/.test(word);
  return (
    isOne && isClose && [word, only].every((each) => library.findDrugs(each).length === 0 && !library.drugMeant(each))
  );
}

/** `false positive`, of a word that is two run together. */
function partsOf(word: string, dictionary: Dictionary): string | undefined {
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => dictionary.has(part))) return parts.join(' ');
  }
  return undefined;
}

const shortestPart = 4;

/** In capitals, or with one, as the misspelled word is. */
function asPrinted(word: string, printed: string): string {
  if (printed === printed.toUpperCase()) return word.toUpperCase();
  return printed.charAt(0) === printed.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
