import type { Word } from './sentence';

const joints: ReadonlySet<string> = new Set(['-', '–', '/', "'", "'s", '&', '"', '“', '”']);

export function isNoun(word: Word | undefined): boolean {
  return word?.pos === 'NOUN' || word?.pos === 'PROPN';
}

/** May stand in a noun phrase before or between its nouns: articles, adjectives, numbers, participles, possessives, joints. */
export function isInNounPhrase(word: Word): boolean {
  switch (word.pos) {
    case 'DET':
    case 'ADJ':
    case 'NUM':
    case 'NOUN':
    case 'PROPN':
    case 'SYM':
      return true;
    case 'VERB':
      return isParticiple(word);
    case 'PRON':
      return /^(?:his|her|their|its|this|these|those)$/.test(word.lower);
    default:
      return joints.has(word.lower);
  }
}

/** Spelled like a participle: `noted`, `noting`. */
export function isParticiple({ pos, lower }: Word): boolean {
  return pos === 'VERB' && /(?:ed|ing)$/.test(lower);
}

export function isJoint({ lower }: Word): boolean {
  return joints.has(lower);
}

/** A noun phrase from its first word on. Indexes are those of the sentence's words. */
export interface NounPhrase {
  readonly start: number;
  /** The last noun before anything else. */
  readonly head: number;
  /** A number stands before the head: `three of the weeks` has none, `three weeks` has. */
  readonly hasNumber: boolean;
}

/** Reads the noun phrase that begins at `start`; undefined where no noun is found before another kind of word. */
export function nounPhraseAt(words: readonly Word[], start: number): NounPhrase | undefined {
  let head = -1;
  let hasNumber = false;
  for (let i = start; i < words.length; i++) {
    const word = words[i] as Word;
    if (!isInNounPhrase(word) || (i > start && word.pos === 'DET' && head >= 0)) break;
    // A participle behind a noun opens a phrase about it: `records submitted`.
    if (head >= 0 && word.pos === 'VERB' && !isNoun(words[i + 1])) break;
    if (head >= 0 && word.pos === 'VERB' && /(?:ing)$/.test(word.lower)) break;
    if (word.pos === 'NUM' || /\d/.test(word.lower)) hasNumber = true;
    if (isNoun(word)) head = i;
  }
  return head < 0 ? undefined : { start, head, hasNumber };
}
