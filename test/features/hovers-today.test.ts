// What a pointer is told at forty places of the letters of today; `npx vitest run test/features/hovers-today.test.ts -u` writes the
// answers anew, and the difference is to be reviewed as behavior.
import { expect, it } from 'vitest';
import { hoverAt, toPlainCard } from '../../server/src/core/index';
import { readCorpus } from '../corpus/corpus';
import { analyze } from './analyzed';

/** By the number of the letter: the words pointed at, the first time they stand in its decisions. */
const places: readonly (readonly [number, string])[] = [
  [43, 'Low Back Complaints 2004'],
  [43, 'Low Back Disorders 2017'],
  [44, 'Elbow Disorders Guideline'],
  [45, 'Opioids Guideline'],
  [45, 'Opioid Treatment 2016'],
  [46, 'Ergonomic keyboard tray'],
  [47, 'Cervical and Thoracic Spine Disorders (ACOEM'],
  [49, 'Ankle and Foot Disorders 2019'],
  [50, 'Aquatic therapy'],
  [50, 'Low Back Disorders 2019'],
  [51, 'Hip and Groin Disorders 2011'],
  [52, 'Lidocaine 5% patch'],
  [52, 'Lidocaine Patches'],
  [54, 'Transportation to'],
  [54, 'Transportation (to & from appointments)'],
  [55, 'Coronavirus (COVID-19) Guideline'],
  [56, 'the most current version of ACOEM'],
  [57, 'Knee Disorders 2015'],
  [57, 'Knee Disorders 2020'],
  [58, 'Drug List v.6'],
  [58, 'Duloxetine'],
  [59, 'Home health aide'],
  [59, 'Initial Approaches to Treatment Guidelines'],
  [60, 'Low Back Disorders (ACOEM'],
  [62, 'Sertraline'],
  [63, 'Workplace Mental Health: Anxiety Disorders'],
  [65, 'Acupuncture, low back'],
  [66, 'Work conditioning'],
  [68, 'Lidocaine 5% patch, generic'],
  [70, 'Aimovig'],
  [71, 'Ketamine infusion'],
  [72, 'Shoulder Disorders'],
  [73, 'Coronavirus (COVID-19) Guideline 2023'],
  [75, 'Vitamin D3'],
  [76, 'Amitriptyline'],
  [78, 'Weight loss program'],
  [79, 'Nurtec ODT'],
  [80, 'cannabis, 1 ounce'],
  [82, 'Trazodone'],
  [82, 'Service dog'],
];

const letters = new Map(readCorpus('test/corpus/today').map(({ name, text }) => [Number.parseInt(name, 10), text]));

it('are forty', () => {
  expect(places.length).toBe(40);
});

it('tells at each place what it told', async () => {
  const told = places.map(([number, words]) => {
    const text = letters.get(number) ?? '';
    const { ask, problems } = analyze(text);
    const offset = text.indexOf(words, text.indexOf('IMR ISSUES'));
    if (offset < 0) throw new Error(`not in letter ${number}: ${words}`);
    const hover = hoverAt({ ask, problems, offset });
    const about = hover ? `over ${JSON.stringify(text.slice(hover.span.start, hover.span.end))}` : 'nothing';
    return `=== ${number} ${JSON.stringify(words)}: ${about}\n${hover ? `\n${toPlainCard(hover.card)}\n` : ''}`;
  });
  await expect(told.join('\n')).toMatchFileSnapshot('hovers/today.hovers');
});
