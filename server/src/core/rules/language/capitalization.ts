import { namesIn } from '../../analysis/names';
import { capitalSlips, lostCapitalSlips, smallStartSlips, smallTitleSlips } from '../../language/capital-slips';
import { grammarOf } from '../../language/grammar';
import { itemTexts } from '../../language/item-texts';
import { findingOf } from '../language-finding';
import { defineLanguageRule } from '../rule';

export const capitalization = defineLanguageRule({
  code: 'IMR710',
  name: 'capitalization',
  severity: 'information',
  fix: 'review',
  reads: 'names',
  summary: 'A common word has a capital inside a sentence, or a name or the start of a sentence has none.',
  why: 'A capital marks a name or the beginning of a sentence. In the wrong place it makes the reader look for a title, or for a stop that was lost.',
  repair: 'Write common words small and names with a capital.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She asked for Physical therapy and
                                                                                              ^^^^^^^^
Norco 10/325mg #60 for the Lumbar spine. The Treating Physician saw Eight reports. A doppler study was done, and soma was
                           ^^^^^^
                                             ^^^^^^^^^^^^^^^^^^
                                                                    ^^^^^
                                                                                     ^^^^^^^
                                                                                                                 ^^^^
tried as the chronic pain medical treatment guidelines say. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The record asks for Post-operative care.
                                                                                                    ^^^^^^^^^^^^^^
Regarding Elbow pain, it is silent. She takes Norco 10/325mg #60. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
          ^^^^^`,
      },
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. Norco 10/325mg #60 helped. there is no new finding. She has Persistent pain. Utilization review on 12/07/2016 denied Norco 10/325mg #60.
                                                                                                           ^^^^^
                                                                                                                                            ^^^^^^^^^^`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She takes Soma and Norco 10/325mg
#60 for the low back. The Request for Authorization and the Doctor's First Report were sent. See the Low Back Chapter and the Chronic Pain
Medical Treatment Guidelines. Tinel's sign is negative. Physical therapy helped. Utilization review on 12/07/2016 denied it.`,
      },
    ],
  },
  *check({ sentence, ask }) {
    const grammar = grammarOf(ask.library);
    const names = ask(namesIn, sentence.reading);
    const items = ask(itemTexts);
    for (const slip of capitalSlips(sentence, names, grammar)) {
      const quotes = items.some((item) => isQuotedAt(sentence.text, item, slip.first.start));
      yield findingOf(sentence, quotes ? { ...slip, isDoubtful: true } : slip);
    }
    for (const slips of [
      smallTitleSlips(sentence, names),
      lostCapitalSlips(sentence, names, grammar),
      smallStartSlips(sentence, grammar),
    ])
      for (const slip of slips) yield findingOf(sentence, slip);
  },
});

/** The text has the item as its heading prints it, around `place`. */
function isQuotedAt(text: string, item: string, place: number): boolean {
  const from = Math.max(0, place - item.length);
  const at = text.slice(from, place + item.length).indexOf(item);
  return at >= 0 && from + at <= place;
}
