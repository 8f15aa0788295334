import { openTextsIn } from '../../analysis/open-texts';
import { runningText } from '../../analysis/running-text';
import { readText, toSourceSpan } from '../../text/reading';
import { shorten } from '../../text/shorten';
import { overlaps } from '../../text/span';
import { defineLetterRule } from '../rule';

export const unfilledPlace = defineLetterRule({
  code: 'IMR509',
  name: 'unfilled-place',
  severity: 'warning',
  fix: null,
  summary: 'A template still has an open place or choice.',
  why: 'A template uses brackets or a line where a fact or a choice is needed. If it is sent like that, the letter lacks the fact, and every party can see it.',
  repair: 'Replace the brackets with the fact or with one of the choices, or delete the sentence.',
  whileTyping: 'quiet',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes
Norco 10/325mg #60 since [date]. She is {{age}} and works as ______. Utilization review on 12/07/2016 denied it.
                         ^^^^^^
                                        ^^^^^^^
                                                             ^^^^^^`,
      },
      {
        blocks: `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 4.1 Tapering Opioids.

Decision rationale: The MTUS asks for lasting gains in function. [treatment agreement: documented | not documented]
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The request for Norco 10/325mg #60 [is not | is] medically necessary.
                                   ^^^^^^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes
Norco 10/325mg #60 (relief 40% [95% CI 30 to 50] [CI] [12]; "feels good [sic]", "[t]he same").
Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ letter, ask }) {
    const { blocks, header, source } = letter;
    const front = header ? [readText(source.text, header.span)] : [];
    for (const reading of [...front, ...ask(runningText)]) {
      for (const open of ask(openTextsIn, reading)) {
        const span = toSourceSpan(reading, open);
        // IMR103 asks for the outcome.
        if (blocks.some(({ heading }) => overlaps(heading.outcome.span, span))) continue;
        const words = shorten(reading.text.slice(open.start, open.end), 60);
        yield { span, message: open.kind === 'choice' ? `Choice left open: ${words}` : `Place left open: ${words}` };
      }
    }
  },
});
