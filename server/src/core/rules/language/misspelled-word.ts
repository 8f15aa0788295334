import { spanOfWords } from '../../language/read-sentences';
import { defineLanguageRule } from '../rule';

export const misspelledWord = defineLanguageRule({
  code: 'IMR701',
  name: 'misspelled-word',
  severity: 'warning',
  fix: null,
  readsQuotations: true,
  summary: 'A word is misspelled.',
  why: 'A determination is read by the injured worker, the employer and a judge. A misspelled word can be taken for another one, and it suggests that nobody read the letter before it was sent.',
  repair: 'Spell the word as a dictionary does.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has lo9w back pain and
                                                                                        ^^^^
takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has pain at L4L5 and takes
B12 and Norco 10/325mg #60 q4h. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ sentence }) {
    for (const word of sentence.words) {
      if (!digitInWord.test(word.text)) continue;
      yield { span: spanOfWords(sentence, word), message: `"${word.text}" has a digit in it.` };
    }
  },
});

/** One digit among small letters, of which at least two stand on one side. */
const digitInWord = /^(?:[a-z]{2,20}\d[a-z]{1,20}|[a-z]\d[a-z]{2,20})$/;
