import { conceptsIn, endingAt } from '../../analysis/concepts';
import { sayingCommaSlips, subjectCommaSlips } from '../../language/comma-slips';
import { grammarOf } from '../../language/grammar';
import {
  andOrSlips,
  apostropheSlips,
  bracketStopSlips,
  doubledBracketSlips,
  lostStopSlips,
  strayQuoteSlips,
} from '../../language/stop-slips';
import { findingOf } from '../language-finding';
import { defineLanguageRule } from '../rule';

export const punctuation = defineLanguageRule({
  code: 'IMR708',
  name: 'punctuation',
  severity: 'information',
  fix: 'review',
  summary: 'A comma, stop, bracket or apostrophe is missing or in the wrong place.',
  why: 'A comma between subject and verb, or a stop that was lost, makes the reader start the sentence again and may hide who decided what.',
  repair: 'Take the mark out, put it where it belongs, or add the one that is missing.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The report dated 12-01-2016, noted
                                                                                                 ^^^^^^^^^^^^^^^^^
low back pain. The guidelines state, a trial is due. It was refused When she asked. She rests (e.g., at night.) Heat and or
                              ^^^^^^^^
                                                            ^^^^^^^^^^^^
                                                                                                        ^^^^^^^
                                                                                                                     ^^^^^^
ice helped. Her EMG's are old, and it's use is known. The patients pain fell. It was right' at the foot.
                ^^^^^
                                   ^^^^
                                                          ^^^^^^^^^^^^^
                                                                                     ^^^^^^
She stretches (at work, at home) Every day helps. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
                               ^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Massage, is a passive treatment.
                                                                                ^^^^^^^^^^^
It was allowed ((six visits). The table lists six weeks Neuralgia and more. In light of this, the scan without contrast, is due for
               ^^^^^
                                                  ^^^^^^^^^^^^^^^
                                                                                                               ^^^^^^^^^^^^
the low back. Norco 10/325mg #60 was taken. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The report, dated 12-01-2016, noted
low back pain. The report of December 1, 2016, noted it too. As the guidelines state, a trial is due. Rest (at night, etc.) and her EMG's
result helped. The patients' pain fell. It's old. Phalen's are positive. See (2) The list. (Smith, 2005) The next. After rest, is it better?
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    const grammar = grammarOf(ask.library);
    const isAbbreviation = (stop: number) =>
      endingAt(sentence.text, ask(conceptsIn, sentence.reading).of('abbreviation.stopped'), stop) !== undefined;
    for (const slips of [
      subjectCommaSlips(sentence, grammar),
      sayingCommaSlips(sentence, grammar),
      lostStopSlips(sentence, grammar),
      bracketStopSlips(sentence, isAbbreviation),
      andOrSlips(sentence),
      doubledBracketSlips(sentence),
      apostropheSlips(sentence, grammar),
      strayQuoteSlips(sentence),
    ])
      for (const slip of slips) yield findingOf(sentence, slip);
  },
});
