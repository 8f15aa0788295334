import model from 'wink-eng-lite-web-model';
import wink from 'wink-nlp';
import type { PartOfSpeech, TaggedWord, Tagger } from '../core/index';

const genitive = "'s";

/** Creates a tagger over wink-nlp. */
export function createTagger(): Tagger {
  const nlp = wink(model, ['pos']);
  const { its } = nlp;
  return {
    tag(sentence) {
      const tokens = nlp.readDoc(sentence).tokens();
      const texts = tokens.out();
      const parts = tokens.out(its.pos) as PartOfSpeech[];
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
        const owner = /.['’]s$/.test(text) ? at - genitive.length : at;
        words.push({ start, end: owner, pos: owner < at && pos === 'PROPN' && /^[a-z]/.test(text) ? 'NOUN' : pos });
        if (owner < at) words.push({ start: owner, end: at, pos: 'PART' });
      }
      return words;
    },
  };
}
