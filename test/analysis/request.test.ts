// The request as heading, summary and rationale state it.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { findConflicts } from '../../server/src/core/analysis/amounts';
import { measuresOf } from '../../server/src/core/analysis/measures';
import { portionFaultOf } from '../../server/src/core/analysis/portions';
import { sidedPartsIn } from '../../server/src/core/analysis/sided-parts';
import { askAbout, composeExample, readLetter, restatementsOf } from '../../server/src/core/index';
import { readItem } from '../../server/src/core/model/item';
import { readText } from '../../server/src/core/text/reading';
import { createSourceText } from '../../server/src/core/text/source-text';

const ask = askAbout(readLetter('', builtinForms), builtinLibrary);

describe('amounts that contradict', () => {
  it.each([
    ['Norco 10/325mg #60', 'Norco 10-325 mg #60', []],
    ['Norco 10/325mg #60', 'Norco 10mg, QTY. 60', []],
    ['Norco 10/325mg #60', 'Norco 5/325mg #90', ['strength', 'quantity']],
    ['Fentanyl 50 mcg/hr', 'Fentanyl 50 micrograms', []],
    ['Soma 350 mg', 'Soma 350 mcg', ['strength']],
    ['Lidocaine 5%', 'lidocaine 50 mg', []],
    ['therapy 2 times a week for 6 weeks', 'therapy, 12 sessions', []],
    ['therapy 2-3 times a week for 6 weeks', '16 visits', []],
    ['therapy 2 times a week for 6 weeks', '18 visits', ['quantity']],
    ['therapy 2 times a week for 6 weeks', '3 times a week for 4 weeks', ['frequency']],
    ['Percocet 4 times daily', 'Percocet every 6 hours', []],
    ['Percocet 4 times daily', 'Percocet b.i.d.', ['frequency']],
    ['Motrin with 2 refills', 'Motrin with 3 refills', ['refills']],
    ['a cold unit, 14 days rental', 'a 30 day rental', ['duration']],
    ['MRI of the knee', '12 sessions', []],
  ])('%s, and %s', (asked, stated, expected) => {
    expect(
      findConflicts(measuresOf(builtinLibrary, asked), measuresOf(builtinLibrary, stated)).map(({ kind }) => kind),
    ).toEqual(expected);
  });
});

describe('portions of a heading', () => {
  const heading = (original: string, authorized: string, remaining: string): string =>
    `${original} was the original request. ${authorized} was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${remaining} is`;
  const faultOf = (text: string) =>
    ask(portionFaultOf, readItem(createSourceText(text), { start: 0, end: text.length }, builtinForms.fallback))?.kind;

  it.each([
    ['Norco #60', 'Norco #25', 'Norco #35', undefined],
    ['Norco #60', 'Norco #25', 'Norco #45', 'arithmetic'],
    [
      'Therapy 3 times a week for 3 weeks',
      'Therapy 3 times a week for 2 weeks',
      'Therapy 3 times a week for 1 week',
      undefined,
    ],
    ['Motrin 600mg #90 with 2 refills', 'Motrin 600mg #90', 'Two refills of Motrin 600mg #90', undefined],
    ['Motrin 600mg #90 with 2 refills', 'Motrin 600mg #90', 'Three refills of Motrin 600mg #90', 'arithmetic'],
    ['Motrin 600mg #90 with 2 refills', 'Motrin 600mg #90', 'Two refills of Motrin 600mg #60', 'restated'],
    ['An aide 12 hours per day', 'An aide 6 hours per day', 'An aide 6 hours per day', undefined],
    ['Norco 10/325mg #60', 'Norco 10/325mg #20', 'Norco 5/325mg #40', 'restated'],
    ['EMG/NCS of the arm', 'NCS of the arm', 'EMG of the arm', undefined],
    [
      'Eight visits for the neck and knee',
      'Six visits for the neck',
      'two visits for the neck and eight visits for the knee',
      undefined,
    ],
  ])('%s, less %s, leaves %s', (original, authorized, remaining, expected) => {
    expect(faultOf(heading(original, authorized, remaining))).toBe(expected);
  });
});

it.each([
  ['MRI of the right knee', ['right knee']],
  ['Left shoulder arthroscopy', ['left shoulder']],
  ['the shoulder, right', ['right shoulder']],
  ['left hip and knee', ['left hip', 'left knee']],
  ['MRI of the right and left knee', ['bilateral knee']],
  ['bilateral wrists/hands', ['bilateral wrist', 'bilateral hand']],
  ['EMG of the LUE', ['left upper extremity']],
  ['left arm and right upper extremity', ['left upper extremity', 'right upper extremity']],
  ['the left lateral calf, and great toe', ['left calf', 'left great toe']],
  ['the trigger finger of the right thumb', ['right thumb']],
  ['the right side of the spine; her knee', []],
])('sides: %s', (text, expected) => {
  expect(
    ask(sidedPartsIn, readText(text, { start: 0, end: text.length })).map(({ side, part }) => `${side} ${part}`),
  ).toEqual(expected);
});

it('finds where summary and rationale state the request again', () => {
  const summary = `The worker has had 4 visits of therapy and takes Soma 350 mg #30. Requests were made for Norco
10/325mg #60 and Soma 350mg #90. Utilization review on 12/07/2016 denied Norco 10/325 #60 and Soma 350mg
#90 and certified an MRI.`;
  const letter = readLetter(composeExample({ summary }), builtinForms);
  const ask = askAbout(letter, builtinLibrary);
  const [block] = letter.blocks;
  const found = block ? ask(restatementsOf, block) : [];
  expect(
    found.map(({ where, reading, span }) => `${where}: ${reading.text.slice(span.start, span.end).trim()}`),
  ).toEqual(['summary: Norco 10/325 #60', 'summary: Norco 10/325mg #60', 'rationale: Norco 10/325mg #60']);
});
