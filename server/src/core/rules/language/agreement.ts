import { conceptsIn } from '../../analysis/concepts';
import { grammarOf } from '../../language/grammar';
import {
  bilateralSlips,
  countSlips,
  determinerSlips,
  sharedNounSlips,
  slashSlips,
} from '../../language/noun-agreement';
import type { Slip } from '../../language/slip';
import { relativeClauseSlips, secondVerbSlips, subjectVerbSlips, thereSlips } from '../../language/verb-agreement';
import { spanAt } from '../../text/span';
import { constructionFindings } from '../construction-findings';
import { findingOf } from '../language-finding';
import { defineLanguageRule } from '../rule';

export const agreement = defineLanguageRule({
  code: 'IMR703',
  name: 'agreement',
  severity: 'information',
  fix: 'review',
  summary: 'Subject and verb, or a noun and the word before it, differ in number.',
  why: 'Where number does not agree, the reader cannot tell which word is wrong: how many were asked for, or what a guideline says.',
  repair: 'Put verb, determiner or noun into the number that is meant.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The results of the scan was sent.
                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^
The request for two studies were late. Treatment and testing to date has helped. There was spasms of the low back.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                                 ^^^^^^^^^^^^^^^^
The guidelines for therapy includes rest. She has stopped and have no diagnosis that explain it.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                              ^^^^
                                                                      ^^^^^^^^^^^^^^^^^^^^^^
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She met this criteria, and
                                                                                        ^^^^^^^^^^^^^
several request came. Norco 10/325mg #60 was taken for 6 week and 1 visits helped the bilateral knee, low back and
^^^^^^^^^^^^^^^
                                                       ^^^^^^
                                                                  ^^^^^^^^
                                                                                      ^^^^^^^^^^^^^^
sprain/strains. The two visits was enough. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
^^^^^^^^^^^^^^
                        ^^^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has pain at the anterior and posterior aspect of
                                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
the knee, and low back pain remains. Norco 10/325mg #60 was taken. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Findings on examination are
normal. An initial set of visits is due. Twelve visits was the original request. Three weeks is enough. There are pain and numbness of the
low back. If it were so, a few days help. A 6 week course of Norco 10/325mg #60 for bilateral knee pain, one of the drugs that are used, has
helped. This decision addresses it. Pain, weakness, and numbness were noted. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    const grammar = grammarOf(ask.library);
    const isOneAmount = (behind: number) =>
      spanAt(ask(conceptsIn, sentence.reading).of('amount.as-one'), behind + 1) !== undefined;
    // "Criteria have not been met and is not medically necessary": what is necessary is another subject, which no fix can know.
    const isOfRequest = ({ last }: Slip) =>
      ask(conceptsIn, sentence.reading)
        .of('conclusion.predicate')
        .some(({ start }) => start > last.end && !/[,.;]/.test(sentence.text.slice(last.end, start)));
    for (const slip of secondVerbSlips(sentence, grammar)) {
      const { fix, ...unfixed } = slip;
      yield findingOf(sentence, fix && isOfRequest(slip) ? unfixed : slip);
    }
    for (const slips of [
      subjectVerbSlips(sentence, grammar, isOneAmount),
      thereSlips(sentence, grammar),
      relativeClauseSlips(sentence, grammar),
      determinerSlips(sentence, grammar),
      countSlips(sentence, grammar),
      bilateralSlips(sentence, grammar),
      slashSlips(sentence, grammar),
      sharedNounSlips(sentence, grammar),
    ])
      for (const slip of slips) yield findingOf(sentence, slip);
    yield* constructionFindings(sentence, ask, 'agreement');
  },
});
