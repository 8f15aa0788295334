// The tables of wink-eng-lite-web-model as they are loaded fast: its 90,000 words as one text, and no table that the tagger never asks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const models = join(import.meta.dirname, '../node_modules/wink-eng-lite-web-model/dist/languages/cur/models');
/** In none of the words. */
const separator = '¶';

export function taggerModel() {
  const { features, ...model } = JSON.parse(readFileSync(join(models, 'eng-core-web-model.json'), 'utf8'));
  const { lexeme, ...others } = features;
  if (lexeme.list.some((word) => word.includes(separator))) throw new Error('the tagger has a word with the separator');
  return { ...model, features: others, separator, words: lexeme.list.join(separator) };
}
