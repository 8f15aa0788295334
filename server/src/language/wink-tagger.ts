import wink from 'wink-nlp';
import type { PartOfSpeech, TaggedWord, Tagger } from '../core/index';
import { createModel } from './wink-model';

/** wink-nlp keeps every word that it has met; after so many, it starts again. */
const mostWords = 200_000;

const genitive = "'s";

/** Creates a tagger over wink-nlp. */
export function createTagger(): Tagger {
  let tools = createTools();
  return {
    tag(sentence) {
      if (tools.size() > mostWords) tools = createTools();
      const { nlp } = tools;
      const tokens = nlp.readDoc(sentence).tokens();
      const texts = tokens.out();
      const parts = tokens.out(nlp.its.pos) as PartOfSpeech[];
      const words: TaggedWord[] = [];
      let at = 0;
      for (const [i, text] of texts.entries()) {
        const start = sentence.indexOf(text, at);
        // A token that is not spelled as in the sentence has no place in it.
        if (start < 0) continue;
        at = start + text.length;
        const pos = parts[i] as PartOfSpeech | 'SPACE';
        if (pos === 'SPACE') continue;
        // Whether it parts a genitive depends on the sentences that it has seen before.
        const owner = text.endsWith('s') && /.['’]s$/.test(text) ? at - genitive.length : at;
        words.push({ start, end: owner, pos: owner < at && pos === 'PROPN' && /^[a-z]/.test(text) ? 'NOUN' : pos });
        if (owner < at) words.push({ start: owner, end: at, pos: 'PART' });
      }
      return words;
    },
  };
}

function createTools() {
  const { model, size } = createModel();
  return { nlp: wink(model, ['pos']), size };
}
