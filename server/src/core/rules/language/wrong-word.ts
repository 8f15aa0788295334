import { constructionFindings } from '../construction-findings';
import { defineLanguageRule } from '../rule';

export const wrongWord = defineLanguageRule({
  code: 'IMR707',
  name: 'wrong-word',
  severity: 'information',
  fix: 'review',
  summary: 'A real word is used where only another one fits.',
  why: 'Dictation and typing slips that are words themselves pass every spelling check ("trail" for "trial", "radical" for "radicular"), and can turn a finding into another one. A determination is read by the injured worker, the parties and sometimes a judge, who take each word as meant.',
  repair: 'Write the word that is offered, if it is the one that is meant.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She had a trail of the brace. The
                                                                                          ^^^^^
rational for it is missing. Pain is 5 out of 10 VAS. She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco
^^^^^^^^
                                             ^^
10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She had a trial of the brace. The
rationale for it is missing. Pain is 5 out of 10 on the VAS. She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco
10/325mg #60.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    yield* constructionFindings(sentence, ask, 'wrong-word');
  },
});
