import type { Library } from '../library/types';
import type { Word } from './sentence';

export type GrammaticalNumber = 'singular' | 'plural';

/** How a verb is spelled: `note`, `notes`, `noted` (past and participle), `undergone` (participle alone), `noting`. */
export type VerbForm = 'base' | 'third-person' | 'past' | 'participle' | 'ing';

/** What spelling and the word lists of the packs say of single words. Words are in lower case. */
export interface Grammar {
  /** The words of a list of the language packs. */
  words(id: string): ReadonlySet<string>;
  /** The verbs of a class in the forms that may be finite: base, third person and past. */
  finiteForms(id: string): ReadonlySet<string>;
  /** The number of a noun; undefined where its spelling does not show it. */
  numberOf(noun: Word): GrammaticalNumber | undefined;
  /** The form that a verb is spelled in. */
  formOf(verb: string): VerbForm;
  /** The base of a verb; undefined where spelling leaves two. */
  baseOf(verb: string): string | undefined;
  participleOf(base: string): string;
  /** Undefined where the participle is the past too. */
  participleForPast(past: string): string | undefined;
  thirdPersonOf(base: string): string;
  /** The plural of a noun; undefined where it is not regular. */
  pluralOf(noun: string): string | undefined;
}

const made = new WeakMap<Library, Grammar>();

/** The grammar of a library, made once. */
export function grammarOf(library: Library): Grammar {
  const known = made.get(library);
  if (known) return known;
  const grammar = makeGrammar(library);
  made.set(library, grammar);
  return grammar;
}

function makeGrammar({ wordList, irregularVerbs }: Library): Grammar {
  const bases = new Map(irregularVerbs.map((verb) => [verb[0], verb]));
  const pasts = new Map(irregularVerbs.map((verb) => [verb[1], verb]));
  const participles = new Map(irregularVerbs.map((verb) => [verb[2], verb]));
  const formOf = (verb: string): VerbForm => {
    if (bases.has(verb)) return 'base';
    if (pasts.has(verb)) return 'past';
    return participles.has(verb) ? 'participle' : regularForm(verb);
  };
  const baseOf = (verb: string): string | undefined => {
    const irregular = pasts.get(verb) ?? participles.get(verb);
    if (irregular) return irregular[0];
    switch (formOf(verb)) {
      case 'base':
        return verb;
      case 'third-person':
        return baseOfThirdPerson(verb);
      case 'past':
        return baseOfPast(verb);
      default:
        return undefined;
    }
  };
  const finite = new Map<string, ReadonlySet<string>>();
  return {
    words: wordList,
    finiteForms(id) {
      const known = finite.get(id);
      if (known) return known;
      const forms = [...wordList(id)].flatMap((base) => [
        base,
        thirdPersonOf(base),
        bases.get(base)?.[1] ?? regularPast(base),
      ]);
      const set = new Set(forms);
      finite.set(id, set);
      return set;
    },
    numberOf: numbers(wordList),
    formOf,
    baseOf,
    participleOf: (base) => bases.get(base)?.[2] ?? regularPast(base),
    participleForPast(past) {
      const participle = pasts.get(past)?.[2];
      return participle === past ? undefined : participle;
    },
    thirdPersonOf,
    pluralOf: (noun) => irregularPlural(noun, wordList('irregular-plural')) ?? pluralOf(noun),
  };
}

/** Endings of singulars in -s. */
const singularEnding = /(?:ss|us|itis|[aeo]sis|ysis|exis|axis|pelvis|pubis|glottis|dermis|iasis)$/;

function numbers(wordList: Library['wordList']): Grammar['numberOf'] {
  const anyNumber = wordList('noun-of-any-number');
  const plural = wordList('irregular-plural');
  const singular = wordList('singular-noun-in-s');
  return ({ text, lower }) => {
    if (anyNumber.has(lower)) return undefined;
    if (plural.has(lower)) return 'plural';
    if (singular.has(lower) || singularEnding.test(lower)) return 'singular';
    if (/^[A-Z][A-Z0-9/-]+s$/.test(text)) return 'plural';
    // The last S of a word in capitals may be a letter of the abbreviation or its plural.
    if (/^[A-Z0-9/&-]+$/.test(text)) return /[A-Z]{2}/.test(text) && !text.endsWith('S') ? 'singular' : undefined;
    if (!/^[a-z-]{3,}$/.test(lower)) return undefined;
    return lower.endsWith('s') ? 'plural' : 'singular';
  };
}

function regularForm(verb: string): VerbForm {
  if (/[a-z]{2}ing$/.test(verb)) return 'ing';
  if (/[a-z]ed$/.test(verb) && !/(?:^[nbf]|^bl|^sp|^br|^sh|^emb|e)ed$/.test(verb)) return 'past';
  return /[^s]s$/.test(verb) && !/(?:us|is|as)$/.test(verb) ? 'third-person' : 'base';
}

function thirdPersonOf(base: string): string {
  if (base === 'have') return 'has';
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|go|do)$/.test(base) ? `${base}es` : `${base}s`;
}

function baseOfThirdPerson(verb: string): string {
  if (verb === 'has') return 'have';
  if (/[^aeiou]ies$/.test(verb)) return `${verb.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x|zz|go|do)es$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

/** `document` for `documented`; undefined behind one consonant, where the base may end in -e or not (`noted`, `visited`). */
function baseOfPast(verb: string): string | undefined {
  if (/[^aeiou]ied$/.test(verb)) return `${verb.slice(0, -3)}y`;
  const stem = verb.slice(0, -2);
  if (/(?:u|[aeiou][cgvz]|[^s]s|[nrl][cv]|qu)$/.test(stem) && !/(?:ng|us)$/.test(stem)) return `${stem}e`;
  const isWhole =
    /(?:[bdfghkmnpqrtwxz]|ss|ll)$/.test(stem) && /(?:[^aeiou]{2}|(?:ee|ai|ie|[ao]i|ou|oo)[a-z]|[ewy])$/.test(stem);
  return isWhole ? stem : undefined;
}

/** `criteria`, of `criterion`; undefined of a noun whose plural is not listed. */
function irregularPlural(noun: string, plurals: ReadonlySet<string>): string | undefined {
  for (const [ending, plural] of pluralEndings) {
    const word = noun.replace(ending, plural);
    if (word !== noun && plurals.has(word.toLowerCase())) return word;
  }
  return undefined;
}

const pluralEndings: readonly (readonly [ending: RegExp, plural: string])[] = [
  [/(?:on|um)$/, 'a'],
  [/us$/, 'i'],
  [/is$/, 'es'],
  [/[ei]x$/, 'ices'],
];

function pluralOf(noun: string): string | undefined {
  if (/sis$/i.test(noun)) return noun.replace(/is$/, 'es');
  if (/(?:[aiu]|man|foot|tooth|is|us|um|[^aeiou]on|ics|x)$/i.test(noun) || !/^[a-z-]+$/i.test(noun)) return undefined;
  return thirdPersonOf(noun);
}
