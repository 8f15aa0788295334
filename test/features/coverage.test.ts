// Whether a citation speaks of the item, by everything that tells.
import { describe, expect, it } from 'vitest';
import { composeExample, coverageOf, resolutionOf, subjectOf } from '../../server/src/core/index';
import { read } from './analyzed';

const coverage = (item: string, citation: string) => {
  const blocks = `${item}: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: ${citation}

Decision rationale: None.`;
  const ask = read(composeExample({ blocks }));
  const [block] = ask.letter.blocks;
  const cited = block?.citations.find(({ by }) => by === 'reviewer');
  if (!block || !cited) throw new Error('the reviewer cites nothing');
  const { verdict, why } = coverageOf(ask.library, ask(subjectOf, block), ask(resolutionOf, cited));
  return `${verdict}: ${why}`;
};
const mtus = (citation: string) => `Decision based on MTUS ${citation}.`;

describe('a citation', () => {
  it.each([
    [
      'of the topic that is named for the drug',
      'Soma 350 mg #90',
      mtus('Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain)'),
      /^covers: the library names "Muscle relaxants/,
    ],
    [
      'of a topic about the class of the drug',
      'Norco 5/325 mg #30',
      mtus('Opioid Treatment 2016, Section(s): 2.2 Recommended Treatment for Sub-acute Pain'),
      /^covers|^unclear/,
    ],
    [
      'of a topic about another class',
      'Soma 350 mg #90',
      mtus('Chronic Pain Medical Treatment 2016, Section(s): Benzodiazepines'),
      /^differs: it is about benzodiazepine, and carisoprodol belongs to/,
    ],
    [
      'of a heading that chapters share',
      'MRI of the lumbar spine',
      mtus('Low Back Complaints 2004, Section(s): Special Studies'),
      /^covers: the library names "Special Studies"/,
    ],
    [
      'of the chapter of another body part',
      'MRI of the left knee',
      mtus('Low Back Complaints 2004, Section(s): Special Studies'),
      /^differs: it is about low back.*, and the item about knee/,
    ],
    [
      'of the neck for a test of the arms, which stands there',
      'EMG/NCV of the bilateral upper extremities',
      mtus('Neck and Upper Back Complaints 2004, Section(s): Special Studies'),
      /^covers/,
    ],
    [
      'of a guideline as a whole',
      'Acupuncture 6 visits for the neck',
      mtus('Acupuncture Treatment 2007'),
      /^covers: the library names "Acupuncture/,
    ],
    [
      'for an item that nobody knows',
      'Orgone accumulator',
      mtus('Chronic Pain Medical Treatment 2016, Section(s): Benzodiazepines'),
      /^unclear: the library knows no drug/,
    ],
    [
      'of a source that nobody knows',
      'Soma 350 mg #90',
      'Decision based on Non-MTUS Citation Journal of Imaginary Medicine.',
      /^unclear: the library cannot place/,
    ],
  ])('%s', (_, item, citation, expected) => {
    expect(coverage(item, citation)).toMatch(expected);
  });
});
