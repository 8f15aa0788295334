import { grammarOf } from '../../language/grammar';
import {
  commaSpliceSlips,
  doubledPredicateSlips,
  dueToClauseSlips,
  fragmentSlips,
  fusedSlips,
  loneClauseSlips,
} from '../../language/sentence-slips';
import { findingOf } from '../language-finding';
import { defineLanguageRule } from '../rule';

export const sentenceStructure = defineLanguageRule({
  code: 'IMR709',
  name: 'sentence-structure',
  severity: 'information',
  fix: 'review',
  summary: 'Two sentences run together, or a sentence is not complete.',
  why: 'The reader takes the second sentence for a part of the first one, and cannot tell what is a finding and what is a reason.',
  repair: 'Part the sentences with a stop or a semicolon, or complete the one that lacks a part.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Therapy helped, however it was stopped.
                                                                                        ^^^^^^^^^^^^^^^
Norco 10/325mg #60 was refused due to there was no record of low back pain. A scan was done in May showed a tear. She takes it for
                               ^^^^^^^^^^^^^^^^
                                                                                   ^^^^^^^^^^^^^^^^^^^^^^
pain, the knee is worse. The last part of the request, four visits. Although the pain is severe. Utilization review on 12/07/2016
^^^^^^^^^
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
denied Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The elbow was tender the injured worker was sent
                                                                                              ^^^^^^^^^^
home. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Flexion was normal the next day. The pain was
worse when she walked. It is unclear how tender the knee was. Norco 10/325mg #60 helped on the day it was given. Utilization review on
12/07/2016 denied Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The knee, however, swells. Therapy helped; however, it
was stopped. It was refused due to the lack of a record. Due to pain, she rests. When she walks, the knee swells. Flexion is 40 degrees,
extension is 10 degrees, and rotation is full. Muscle strength 4/5. Because of pain she rests. Although it hurts, she walks. On June 2,
2016, the knee was seen. The low back hurts. She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    const grammar = grammarOf(ask.library);
    for (const slips of [
      commaSpliceSlips(sentence, grammar),
      doubledPredicateSlips(sentence, grammar),
      dueToClauseSlips(sentence, grammar),
      fragmentSlips(sentence, grammar),
      fusedSlips(sentence, grammar),
      loneClauseSlips(sentence, grammar),
    ])
      for (const slip of slips) yield findingOf(sentence, slip);
  },
});
