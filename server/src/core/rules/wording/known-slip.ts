import type { Ask } from '../../analysis/fact';
import { phrasesIn } from '../../analysis/phrases';
import { sentencesIn } from '../../analysis/sentences';
import type { PhraseMatch } from '../../library/types';
import { replace } from '../../problem/edits';
import { type Reading, toSourceSpan } from '../../text/reading';
import { isRespelling } from '../../text/respelling';
import { touchesDrug } from '../drug-names';
import { defineReadingRule } from '../rule';

export const knownSlip = defineReadingRule({
  code: 'IMR506',
  name: 'known-slip',
  severity: 'warning',
  switch: 'language',
  fix: 'safe',
  summary: 'A known slip of wording in such letters.',
  why: 'A lost word or a wrong ending can reverse a sentence ("does include" for "does not include"). Plain language is required where possible (8 CCR 9792.10.6(b)(1)). The list of slips is data: a team can add its own in a pack.',
  repair: 'Accept the suggested wording, or rewrite the sentence.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The injured workers
                                                                                    ^^^^^^^^^^^^^^^
back pain was also note. Nothing is said due the lack of records. Utilization review on
          ^^^^^^^^^^^^^^
                                         ^^^^^^^^^^^^
12/07/2016 denied Norco 10/325mg #60, which was recieved late.
                                                ^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The injured workers of the
crew are well. Take note. Nothing is said due to the lack of records. Utilization review on 12/07/2016
denied Norco 10/325mg #60, which was received late.`,
      },
    ],
  },
  *check({ ask, reading }) {
    for (const { start, end, phrase, replacement } of ask(phrasesIn, reading)) {
      if (phrase.use !== 'slip') continue;
      const span = toSourceSpan(reading, { start, end });
      yield {
        span,
        message: `"${reading.text.slice(start, end)}": ${phrase.why}.`,
        ...(replacement !== undefined && {
          fixes: [
            {
              title: `Change to "${replacement}"`,
              kind: isMisspelling(ask, reading, { start, end, phrase, replacement }) ? 'misspelling' : 'review',
              edits: [replace(span, replacement)],
            },
          ],
        }),
      };
    }
  },
});

/** The pack says that only one word can be meant, it differs in spelling only, and no name is touched: what opens no sentence has no capital. */
function isMisspelling(ask: Ask, reading: Reading, match: PhraseMatch): boolean {
  const { start, end, phrase, replacement } = match;
  const printed = reading.text.slice(start, end);
  if (phrase.fix !== 'misspelling' || !isRespelling(printed, replacement ?? '')) return false;
  const isName = /^\p{Lu}/u.test(printed) && !ask(sentencesIn, reading).some((sentence) => sentence.start === start);
  return !isName && !touchesDrug(ask, reading, match);
}
