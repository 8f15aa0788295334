import { textOf } from '../../language/constructions';
import { listsWithoutAnd } from '../../language/open-lists';
import { spanOfWords } from '../../language/read-sentences';
import type { Sentence, Word } from '../../language/sentence';
import type { Library } from '../../library/types';
import { replace } from '../../problem/edits';
import type { Finding } from '../../problem/problem';
import { constructionFindings } from '../construction-findings';
import { defineLanguageRule } from '../rule';

export const missingWord = defineLanguageRule({
  code: 'IMR705',
  name: 'missing-word',
  severity: 'information',
  fix: 'review',
  summary: 'A word is missing.',
  why: 'A sentence with a gap can often be filled in two ways, and a lost "of" or "not" may change what the record is said to show. A determination is read by the injured worker, the parties and sometimes a judge, who take each word as meant.',
  repair: 'Write the word that is offered, or say what is meant in other words.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Care was denied due to lack documentation
                                                                                                       ^^^^
of a fall. The wrist was noted be warm. She was given ice, tape, rest. She takes Norco 10/325mg #60.
                         ^^^^^
                                                           ^^^^^^^^^^
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Care was denied due to lack of documentation
of a fall. The wrist was noted to be warm. She was given ice, tape, and rest. She takes Norco 10/325mg #60.
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    yield* openLists(sentence, ask.library);
    yield* constructionFindings(sentence, ask, 'missing-word');
  },
});

/** `ice, rest, braces.` */
function* openLists(sentence: Sentence, library: Library): Generator<Finding> {
  const { words } = sentence;
  for (const { before, last } of listsWithoutAnd(words, library)) {
    const first = words[before.first] as Word;
    const item = textOf(sentence, last);
    const span = spanOfWords(sentence, first, words[last.behind - 1]);
    const at = spanOfWords(sentence, words[last.first] as Word);
    yield {
      span,
      message: `Missing "and" before "${item}".`,
      fixes: [{ title: 'Insert "and"', kind: 'review', edits: [replace({ start: at.start, end: at.start }, 'and ')] }],
    };
  }
}
