import { describe, expect, it } from 'vitest';
import model from 'wink-eng-lite-web-model';
import wink from 'wink-nlp';
import { language } from '../language';
import { fictionalLetters, sampleLetters } from '../letters/fictional';

describe('the tagger', () => {
  it('tags as wink-nlp does with the model as its package loads it', () => {
    const reference = wink(model, ['pos']);
    for (const { text } of [...sampleLetters(), ...fictionalLetters()]) {
      for (const sentence of text.replace(/\s+/g, ' ').split(/(?<=\.) /)) {
        const tokens = reference.readDoc(sentence).tokens();
        const words = language.tagger.tag(sentence);
        // Our tagger parts every genitive.
        if (tokens.out().some((text) => /.['’]s$/.test(text))) continue;
        expect(words.map(({ start, end }) => sentence.slice(start, end))).toEqual(tokens.out());
        expect(words.map(({ pos }) => pos)).toEqual(tokens.out(reference.its.pos));
      }
    }
  });

  it.each(['', ' ', 'constructor toString __proto__ valueOf', '\ud800 x \u0000 \u200b y', "can't won’t I'd"])(
    'covers all but white space: %j',
    (sentence) => {
      const words = language.tagger.tag(sentence);
      let at = 0;
      for (const { start, end } of words) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      if (/^[ -~’]*$/.test(sentence)) {
        const rest = words.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), sentence);
        expect(rest.trim()).toBe('');
      }
    },
  );
});
