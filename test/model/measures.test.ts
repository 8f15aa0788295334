import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../server/src/builtin/library';
import { measuresOf } from '../../server/src/core/analysis/measures';
import type { Measure } from '../../server/src/core/model/measures';

/** Each measure as its words and what they were read as. */
function read(text: string): string[] {
  return measuresOf(builtinLibrary, text).map(
    (measure) => `${text.slice(measure.start, measure.end)} = ${say(measure)}`,
  );
}

function say(measure: Measure): string {
  switch (measure.kind) {
    case 'strength':
      return `${measure.values.join('/')} ${measure.unit ?? '?'}`;
    case 'quantity':
      return `${measure.least === measure.count ? '' : `${measure.least} to `}${measure.count} ${measure.of}`;
    case 'frequency':
      return `${[...new Set(measure.times)].join('-')} ${measure.of} a ${measure.per}${measure.weeks === null ? '' : ` for ${measure.weeks} weeks`}`;
    case 'refills':
      return `${measure.count} refills`;
    case 'duration':
      return `${measure.count} ${measure.unit}`;
    case 'side':
      return measure.side;
  }
}

describe('strengths', () => {
  it.each([
    ['Norco 10/325mg', '10/325mg = 10/325 mg'],
    ['Norco 10-325 mg', '10-325 mg = 10/325 mg'],
    ['Norco 10/325', '10/325 = 10/325 ?'],
    ['oxycodone/acetaminophen 7.5 mg-325 mg', '7.5 mg-325 mg = 7.5/325 mg'],
    ['Trezix 320.5/30/16MG', '320.5/30/16MG = 320.5/30/16 mg'],
    ['Soma 350 mg', '350 mg = 350 mg'],
    ['Fentanyl patch 50 micrograms', '50 micrograms = 50 mcg'],
    ['Fentanyl 25 mcg/hr', '25 mcg/hr = 25 mcg/hr'],
    ['Fanatrex 25mg/ml suspension', '25mg/ml = 25 mg/ml'],
    ['Lidocaine 5% patch', '5% = 5 %'],
    ['Voltaren gel 100gm', '100gm = 100 g'],
    ['Metformin 1,000 mg', '1,000 mg = 1000 mg'],
    ['Tylenol 300/30', '300/30 = 300/30 ?'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('quantities', () => {
  it.each([
    ['Soma #60', '#60 = 60 unit'],
    ['Soma QTY. 56', 'QTY. 56 = 56 unit'],
    ['ECG QTY: 2', 'QTY: 2 = 2 unit'],
    ['with a quantity of 60', 'quantity of 60 = 60 unit'],
    ['Norco, No. 60', 'No. 60 = 60 unit'],
    ['12 visits of therapy', '12 visits = 12 session'],
    ['six (6) physical therapy sessions', 'six (6) physical therapy sessions = 6 session'],
    ['twelve additional chiropractic treatments', 'twelve additional chiropractic treatments = 12 session'],
    ['therapy x 12 sessions', 'x 12 sessions = 12 session'],
    ['therapy, times 12', 'times 12 = 12 unit'],
    ['therapy sessions, 12', 'sessions, 12 = 12 session'],
    ['12-18 sessions', '12-18 sessions = 12 to 18 session'],
    ['#3 sessions', '#3 sessions = 3 session'],
    ['twenty-four visits', 'twenty-four visits = 24 session'],
    ['5 capsules only', '5 capsules = 5 unit'],
    ['NCV of both legs, 2', 'both = bilateral|2 = 2 unit'],
  ])('%s', (text, expected) => expect(read(text).join('|')).toBe(expected));
});

describe('frequencies and courses', () => {
  it.each([
    ['three times a week for two weeks', '3 time a week for 2 weeks'],
    ['2-3 times a week for 6 weeks', '2-3 time a week for 6 weeks'],
    ['1 to 2 times per week for 4 weeks', '1-2 time a week for 4 weeks'],
    ['2 times a week times three weeks', '2 time a week for 3 weeks'],
    ['three times a week over two weeks', '3 time a week for 2 weeks'],
    ['3x/week x 4 weeks', '3 time a week for 4 weeks'],
    ['2x/wk x 6wks', '2 time a week for 6 weeks'],
    ['twice weekly for 6 weeks', '2 time a week for 6 weeks'],
    ['two visits per week for 1 month', '2 time a week for 4 weeks'],
    ['2 times 8', '2 time a week for 8 weeks'],
    ['3 x 2', '3 time a week for 2 weeks'],
    ['2x6', '2 time a week for 6 weeks'],
    ['three times weekly', '3 time a week'],
    ['4 times daily', '4 time a day'],
    ['twice a day', '2 time a day'],
    ['b.i.d.', '2 time a day'],
    ['every 8 hours', '3 time a day'],
    ['every 4-6 hours', '4-6 time a day'],
    ['every six to eight hours daily', '3-4 time a day'],
    ['every 2 days', '0.5 time a day'],
    ['6 hours per day', '6 hour a day'],
  ])('%s', (text, expected) => {
    const found = read(text);
    expect(found.map((line) => line.split(' = ')[1])).toEqual([expected]);
  });

  it('sees the number of visits beside them', () => {
    expect(read('Therapy 2 times a week for 6 weeks (12 sessions)')).toEqual([
      '2 times a week for 6 weeks = 2 time a week for 6 weeks',
      '12 sessions = 12 session',
    ]);
  });
});

it.each([
  ['with one refill', ['one refill = 1 refills']],
  ['with three (3) refills', ['three (3) refills = 3 refills']],
  ['with no refills', ['no refills = 0 refills']],
  ['a cold unit, 14 days rental', ['14 days rental = 14 day']],
  ['one month supply', ['one month supply = 1 month']],
  ['Cold therapy for one week', ['one week = 1 week']],
  ['NCS of the RUE', ['RUE = right']],
  ['of the Left knee and both hips, bilaterally', ['Left = left', 'both = bilateral', 'bilaterally = bilateral']],
])('%s', (text, expected) => expect(read(text)).toEqual(expected));

describe('what is no measure', () => {
  it.each([
    'pain 8/10, rated 7 out of 10',
    'at L5-S1 and C5-6',
    'muscle strength 5/5 and 4+/5',
    'Tylenol No. 3',
    'on the 10-28-2016 visit and the November 1, 2016 office visit',
    'one tablet by mouth at bedtime',
    'walks x 20 minutes',
    'is right now left untreated; he left work',
    'is right hand dominant',
    'injury of 10/12/2016',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});
