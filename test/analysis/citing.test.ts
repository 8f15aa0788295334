import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { analyzeLetter, composeExample, readLetter, suggestCitations, toPlainText } from '../../server/src/core/index';

function suggest(form: '2014' | '2015', item: string): string[] {
  const text = composeExample({ form }).replace('Norco 10/325mg #60: Upheld', `${item}: Upheld`);
  const analysis = analyzeLetter(readLetter(text, builtinForms), builtinLibrary);
  const [block] = analysis.letter.blocks;
  return block ? suggestCitations(analysis, block).map(({ parts }) => toPlainText(parts)) : [];
}

const outside = {
  '2014': 'The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation',
  '2015':
    'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation',
};

describe('the first citation suggested', () => {
  it.each([
    [
      '2014',
      'Soma 350mg #90',
      'Decision based on MTUS Chronic Pain Treatment Guidelines Carisoprodol (Soma) Page(s): 29.',
    ],
    [
      '2014',
      'Norco 10/325mg #60',
      'Decision based on MTUS Chronic Pain Treatment Guidelines Hydrocodone (Vicodin, Lortab) Page(s): [pages].',
    ],
    [
      '2014',
      'Ambien 10mg #30',
      `${outside['2014']} Official Disability Guidelines (ODG) Pain (Chronic), Insomnia treatment.`,
    ],
    [
      '2015',
      'Norco 10/325mg #60',
      'Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.',
    ],
    ['2015', 'MRI of the right knee', 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.'],
    [
      '2015',
      'MRI of the lumbar spine',
      'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
    ],
    ['2015', 'Acupuncture 6 sessions', 'Decision based on MTUS Acupuncture Treatment 2007.'],
    [
      '2015',
      'Functional capacity evaluation',
      'Decision based on MTUS General Approaches 2004, Section(s): Cornerstones of Disability Prevention and Management.',
    ],
  ] as const)('%s: %s', (form, item, first) => {
    expect(suggest(form, item)[0]).toBe(first);
  });
});

it('never suggests an edition that was not in force', () => {
  expect(suggest('2015', 'Soma 350mg #90').join()).not.toContain('2009');
  expect(suggest('2014', 'Soma 350mg #90').join()).not.toContain('2016');
});

it('suggests outside sources after the MTUS, and nothing for an item nobody knows', () => {
  const kinds = suggest('2015', 'Naproxen 550mg #60').map((text) => text.includes('Non-MTUS'));
  expect(kinds).toEqual([...kinds].sort());
  expect(suggest('2015', 'Xyzzy device')).toEqual([]);
});
