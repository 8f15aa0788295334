import { grammarOf } from '../../language/grammar';
import {
  angleSlips,
  dictatedGradeSlips,
  doubledScaleSlips,
  doubledStrengthSlips,
  gluedUnitSlips,
  gradeSlips,
  ordinalSlips,
  scoreSlips,
} from '../../language/number-slips';
import { findingOf } from '../language-finding';
import { defineLanguageRule } from '../rule';

export const numberForm = defineLanguageRule({
  code: 'IMR711',
  name: 'number-form',
  severity: 'information',
  fix: 'review',
  summary: 'A number is written wrong.',
  why: 'A number that is written wrong may be a wrong number, and doses, visits and ranges of motion decide requests.',
  repair: 'Compare the number with the record and write it in the usual form.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. On the 21th she flexed the low
                                                                                       ^^^^
back to 950 degrees. Norco 10/325mg #60 was taken for 6weeks. Strength is 4+ over 5. Utilization review on 12/07/2016 denied it.
        ^^^^^^^^^^^
                                                      ^^^^^^
                                                                          ^^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Pain is rated 8/10 out of 10, and
                                                                                              ^^^^^^^^^^^^^^
the grip strength was 7/5. Utilization review on 12/07/2016
                      ^^^
denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Pain is 8/10, or 8 out of 10, and strength
5/5; she walked 6/7 days. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. On the 21st, 22nd, 13th and 111th
she flexed the low back to 95 degrees. Norco 10/325mg #60 was taken for 6 weeks, 4 over 5 days. Utilization review on 12/07/2016 denied it.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    if (!/\d/.test(sentence.text)) return;
    const grammar = grammarOf(ask.library);
    for (const slips of [
      ordinalSlips(sentence),
      gluedUnitSlips(sentence, grammar),
      angleSlips(sentence),
      dictatedGradeSlips(sentence, grammar),
      scoreSlips(sentence, grammar),
      doubledScaleSlips(sentence),
      gradeSlips(sentence, grammar),
      doubledStrengthSlips(sentence),
    ])
      for (const slip of slips) yield findingOf(sentence, slip);
  },
});
