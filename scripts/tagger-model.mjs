// The tables of wink-eng-lite-web-model as they are loaded fast: its 90,000 words as one text with a hash table, and no table that the tagger never asks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const models = join(import.meta.dirname, '../node_modules/wink-eng-lite-web-model/dist/languages/cur/models');
/** `layOutWords` is that of server/src/language/word-numbers.ts. */
export function taggerModel(layOutWords) {
  const { features, ...model } = JSON.parse(readFileSync(join(models, 'eng-core-web-model.json'), 'utf8'));
  const { lexeme, ...others } = features;
  const { slots, ...words } = layOutWords(lexeme.list);
  return { ...model, features: others, words: { ...words, slots: Buffer.from(slots.buffer).toString('base64') } };
}
