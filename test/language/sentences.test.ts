import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { passages } from '../../server/src/core/analysis/running-text';
import { askAbout, composeExample, readLetter } from '../../server/src/core/index';
import { readSentences, spanOfWords } from '../../server/src/core/language/read-sentences';
import { language } from '../language';
import { fictionalLetters, sampleLetters } from '../letters/fictional';

function sentencesOf(text: string) {
  const ask = askAbout(readLetter(text, builtinForms), builtinLibrary);
  return ask(passages).flatMap((passage) => readSentences(ask, passage, language.tagger));
}

const summary = `The injured worker doesn't walk. The knee’s
MRI (10/325mg) was "clean and
normal", he said. The report says: "No tear. No cyst." It ends 5'10" up.`;

describe('a sentence', () => {
  const sentences = sentencesOf(composeExample({ summary })).filter(({ place }) => place === 'case-summary');
  const own = sentences.slice(sentences.findIndex(({ text }) => text.startsWith('The injured worker doesn')));

  it('is one line, with its words and the white space between them', () => {
    expect(own.map(({ text }) => text)).toEqual([
      "The injured worker doesn't walk.",
      'The knee’s MRI (10/325mg) was "clean and normal", he said.',
      'The report says: "No tear.',
      'No cyst."',
      'It ends 5\'10" up.',
    ]);
    expect(own[1]?.words.map(({ lower }) => lower)).toEqual([
      'the',
      'knee',
      "'s",
      'mri',
      '(',
      '10/325',
      'mg',
      ')',
      'was',
      '"',
      'clean',
      'and',
      'normal',
      '"',
      ',',
      'he',
      'said',
      '.',
    ]);
    expect(own[1]?.words.filter(({ isApart }) => !isApart).map(({ text }) => text)).toEqual([
      '’s',
      '10/325',
      'mg',
      ')',
      'clean',
      '"',
      ',',
      '.',
    ]);
  });

  it('knows which words are quoted, also where a quotation runs over several', () => {
    const quoted = own.map(({ text, quotations }) => quotations.map(({ start, end }) => text.slice(start, end)));
    expect(quoted).toEqual([[], ['"clean and normal"'], ['"No tear.'], ['No cyst."'], []]);
  });

  it('maps its words back to the letter, over line ends', () => {
    for (const { text } of [...sampleLetters(), ...fictionalLetters()]) {
      for (const sentence of sentencesOf(text)) {
        for (const word of sentence.words) {
          const { start, end } = spanOfWords(sentence, word);
          expect(text.slice(start, end).replace(/[\s\f]+/g, '')).toContain(word.text.replace(/\s/g, '').slice(0, 1));
          if (!/[-/\s]/.test(word.text)) expect(text.slice(start, end)).toBe(word.text);
        }
      }
    }
  });
});
