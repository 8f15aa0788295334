import { misspeltDrugsIn } from '../../analysis/misspelt-drugs';
import { replace } from '../../problem/edits';
import { toSourceSpan } from '../../text/reading';
import { defineReadingRule } from '../rule';

export const misspeltDrug = defineReadingRule({
  code: 'IMR504',
  name: 'misspelt-drug',
  severity: 'warning',
  fix: 'review',
  summary: "A drug's name is misspelt.",
  why: 'The decision authorises or denies what is written: a name that no pharmacy knows, or that is nearly another drug, sends the parties to the wrong one (look-alike names are a known cause of medication errors).',
  repair:
    'Write the name as its label does. A drug that this tool does not know is added to the library by a pack of your own.',
  examples: {
    bad: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has taken Norco
10/325mg #60 (hydrocodne), Lunesta, Flexor and Sonata; gabapantin did not help. Tizandine 4 mg was tried. Utilization
              ^^^^^^^^^^
                                    ^^^^^^
                                                       ^^^^^^^^^^
                                                                                ^^^^^^^^^
review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
    good: [
      {
        summary: `The injured worker is a 44 year old female with a date of injury of 11/18/2016. The flexor tendons are
intact. She takes Norco 10/325mg #60, NSAIDs, opioids and Somas, uses a cane, and had acting lessons with Mr. Motran
in Modesto. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`,
      },
    ],
  },
  *check({ ask, reading, place }) {
    if (place === 'how-made') return;
    for (const { start, end, word, meant } of ask(misspeltDrugsIn, reading)) {
      const span = toSourceSpan(reading, { start, end });
      const meantNames = meant.names.map((name) => asWritten(name, word));
      const known = meantNames.map((name) => `"${name}"`).join(' or ');
      yield {
        span,
        message: `"${word}" is no drug that the library knows; ${known} is one letter or two away. What is authorised or denied must be named as its label names it. Write ${known} if that is meant.`,
        fixes: meantNames.map((name) => ({ title: `Write "${name}"`, kind: 'review', edits: [replace(span, name)] })),
      };
    }
  },
});

/** In capitals, or small, as the misspelt word is. */
function asWritten(name: string, word: string): string {
  if (word === word.toUpperCase()) return name.toUpperCase();
  const isSmall = word === word.toLowerCase();
  return isSmall ? name.toLowerCase() : name.charAt(0).toUpperCase() + name.slice(1);
}
