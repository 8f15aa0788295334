import { misspelledDrugsIn } from '../../analysis/misspelled-drugs';
import { replace } from '../../problem/edits';
import { toSourceSpan } from '../../text/reading';
import { defineReadingRule } from '../rule';

export const misspelledDrug = defineReadingRule({
  code: 'IMR504',
  name: 'misspelled-drug',
  aliases: ['misspelt-drug'],
  severity: 'warning',
  fix: 'review',
  summary: 'A drug name is misspelled.',
  why: 'The decision authorizes or denies what is written. A name that no pharmacy knows, or that resembles another drug, can lead to the wrong drug. Look-alike names are a known cause of medication errors.',
  repair: 'Write the name as on the label. If the library does not know a drug, add it in a pack of your own.',
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
    for (const { start, end, word, meant } of ask(misspelledDrugsIn, reading)) {
      const span = toSourceSpan(reading, { start, end });
      const meantNames = meant.names.map((name) => asWritten(name, word));
      const known = meantNames.map((name) => `"${name}"`).join(' or ');
      yield {
        span,
        message: `Unknown drug "${word}". Did you mean ${known}?`,
        fixes: meantNames.map((name) => ({
          title: `Change to "${name}"`,
          kind: 'review',
          edits: [replace(span, name)],
        })),
      };
    }
  },
});

/** In capitals, or small, as the misspelled word is. */
function asWritten(name: string, word: string): string {
  if (word === word.toUpperCase()) return name.toUpperCase();
  const isSmall = word === word.toLowerCase();
  return isSmall ? name.toLowerCase() : name.charAt(0).toUpperCase() + name.slice(1);
}
