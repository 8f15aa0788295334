import { textOf } from '../../language/constructions';
import { spanOfWords } from '../../language/read-sentences';
import { repeatedRuns } from '../../language/repeated-runs';
import type { Sentence, Word } from '../../language/sentence';
import { remove } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { constructionFindings } from '../construction-findings';
import { defineLanguageRule } from '../rule';

export const extraWord = defineLanguageRule({
  code: 'IMR706',
  name: 'extra-word',
  severity: 'information',
  fix: 'review',
  summary: 'A word or a phrase is repeated or not needed.',
  why: 'A repeated word is usually left from an earlier wording, and the reader looks for a difference that is not there. A determination is read by the injured worker, the parties and sometimes a judge, who take each word as meant.',
  repair: 'Delete one of the two.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She had ice, warm baths, warm baths, and rest
                                                                                                         ^^^^^^^^^^
for a sprain of for the wrist. She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
             ^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She had ice, warm baths, and rest
for at least a week. She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    yield* repetitions(sentence);
    yield* constructionFindings(sentence, ask, 'extra-word');
  },
});

function* repetitions(sentence: Sentence): Generator<Finding> {
  const { words } = sentence;
  for (const run of repeatedRuns(words)) {
    const span = spanOfWords(sentence, words[run.first] as Word, words[run.behind - 1]);
    const before = words[run.first - 1] as Word;
    const edit = remove({ start: spanOfWords(sentence, before).end - (before.text === ',' ? 1 : 0), end: span.end });
    yield {
      span,
      message: `"${textOf(sentence, run)}" is repeated.`,
      fixes: [{ title: `Delete one "${textOf(sentence, run)}"`, kind: 'review', edits: [edit] }],
    };
  }
  for (let i = 0; i < words.length - 2; i++) {
    const number = words[i + 1] as Word;
    if (number.pos !== 'NUM') continue;
    const word = words[i] as Word;
    const again = words[i + 2] as Word;
    if (word.pos === 'NUM' || word.lower.length < 4 || again.lower !== word.lower) continue;
    const span = spanOfWords(sentence, again);
    const edit = remove({ start: spanOfWords(sentence, number).end, end: span.end });
    yield {
      span,
      message: `"${again.text}" is repeated.`,
      fixes: [{ title: `Delete "${again.text}"`, kind: 'review', edits: [edit] }],
    };
  }
}
