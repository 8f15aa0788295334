/** Forms of words that the rules below get wrong: `{undergo: [undergoes, underwent, undergone, undergoing]}`. Data of the packs. */
export type IrregularForms = ReadonlyMap<string, readonly string[]>;

/** A word in all its forms, itself first: as a verb (`deny, denies, denied, denying`), and so as a noun (`report, reports`). */
export function formsOf(word: string, irregular: IrregularForms): readonly string[] {
  const own = irregular.get(word);
  if (own) return [word, ...own];
  return [...new Set([word, sForm(word), `${pastStem(word)}ed`, `${stem(word)}ing`])];
}

const vowelAndY = /[aeiou]y$/;
/** One syllable that ends in one vowel and one consonant doubles it: `stop, stopped`. */
const doubles = /^[^aeiou]*[aeiou][bdfgklmnprtvz]$/;

function sForm(word: string): string {
  if (word.endsWith('y') && !vowelAndY.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function pastStem(word: string): string {
  if (word.endsWith('e')) return word.slice(0, -1);
  if (word.endsWith('y') && !vowelAndY.test(word)) return `${word.slice(0, -1)}i`;
  return doubled(word);
}

function stem(word: string): string {
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  if (word.endsWith('e') && !/[eoy]e$/.test(word)) return word.slice(0, -1);
  return doubled(word);
}

function doubled(word: string): string {
  return doubles.test(word) ? `${word}${word.slice(-1)}` : word;
}
