import { describe, expect, it } from 'vitest';
import { findDates, toIso } from '../../server/src/core/model/dates';

describe('the forms of a date', () => {
  it.each([
    ['seen on 10/10/06 for pain', '10/10/06', '2006-10-10'],
    ['an injury of 11-13-2016.', '11-13-2016', '2016-11-13'],
    ['dated 1.5.2016', '1.5.2016', '2016-01-05'],
    ['dated 2016-11-13', '2016-11-13', '2016-11-13'],
    ['on August 17, 2015 the worker', 'August 17, 2015', '2015-08-17'],
    ['on Aug. 17th 2015', 'Aug. 17th 2015', '2015-08-17'],
    ['on 2/26/14', '2/26/14', '2014-02-26'],
    ['a 12/14/12 date of injury', '12/14/12', '2012-12-14'],
    ['(12-29-16)', '12-29-16', '2016-12-29'],
    ['on 17 August 2015', '17 August 2015', '2015-08-17'],
    ['on the 3rd of May, 2016', '3rd of May, 2016', '2016-05-03'],
    ['since February of 2015', 'February of 2015', '2015-02'],
    ['in June, 2014', 'June, 2014', '2014-06'],
    ['in December 2013', 'December 2013', '2013-12'],
    ['in 9/2016', '9/2016', '2016-09'],
    ['born 3/4/62', '3/4/62', '1962-03-04'],
    ['on 2/29/16', '2/29/16', '2016-02-29'],
  ])('%s', (text, words, iso) => {
    const found = findDates(text);
    expect(found.map((date) => [date.text, date.iso])).toEqual([[words, iso]]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([words]);
  });

  it('keeps a date that is not in the calendar, as one', () => {
    expect(findDates('on 13/40/2016, 2/30/2016 and November 31, 2016').map((d) => [d.text, d.iso])).toEqual([
      ['13/40/2016', null],
      ['2/30/2016', null],
      ['November 31, 2016', null],
    ]);
  });

  it('gives them in order of their place', () => {
    expect(findDates('May 2, 2016, then 3/3/16, then 4 June 2016').map((d) => d.iso)).toEqual([
      '2016-05-02',
      '2016-03-03',
      '2016-06-04',
    ]);
  });
});

it.each([
  'pain rated 8/10 and 7/10 to 8/10',
  'at L5-S1, C5-6 and L3-4-5',
  'strength 5/5, then 4/5',
  'Percocet 10-325 mg and Norco 10/325',
  'Trezix 320.5-30-16mg',
  'Section 3.3.10 and 8 CCR 9792.24.2',
  'two to 10-12 visits over 4-6-8 weeks',
  'blood pressure 120/80',
  'May relieve pain in 2016',
  'version 12.04.16',
])('%s holds no date', (text) => {
  expect(findDates(text).map((date) => date.text)).toEqual([]);
});

it('knows the calendar', () => {
  expect([toIso(2015, 2, 29), toIso(2016, 2, 29), toIso(2016, 0, 1), toIso(2016, 4, 31), toIso(2016, 4, null)]).toEqual(
    [null, '2016-02-29', null, null, '2016-04'],
  );
});
