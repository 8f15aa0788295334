import { grammarOf } from '../../language/grammar';
import { sincePastSlips, verbFormSlips } from '../../language/verb-forms';
import { constructionFindings } from '../construction-findings';
import { findingOf } from '../language-finding';
import { defineLanguageRule } from '../rule';

export const verbForm = defineLanguageRule({
  code: 'IMR704',
  name: 'verb-form',
  severity: 'information',
  fix: 'review',
  summary: 'A verb is in a form that the word before it rules out.',
  why: 'A wrong form leaves it open whether something was done, is being done or was only asked for.',
  repair: 'Put the verb into the form that its auxiliary asks for.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has underwent surgery and was
                                                                                    ^^^^^^^^^^^^^
advised to continued Norco 10/325mg #60. The report did not documented a dose. Low back pain was also note in May.
        ^^^^^^^^^^^^
                                                    ^^^^^^^^^^^^^^^^^^
                                                                                             ^^^^^^^^^^^^^
She is undergo treatment that may helped. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
    ^^^^^^^^^^
                              ^^^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The patient wore a brace, and she used it since 2015 for low back pain. She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
                                                                                                                  ^^^^^^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She may return to modified work and
was to start therapy. There was note of low back pain. It did not, as stated, help. The plan is return to work with Norco
10/325mg #60. It has become worse. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    const grammar = grammarOf(ask.library);
    for (const slips of [verbFormSlips(sentence, grammar), sincePastSlips(sentence, grammar)])
      for (const slip of slips) yield findingOf(sentence, slip);
    yield* constructionFindings(sentence, ask, 'verb-form');
  },
});
