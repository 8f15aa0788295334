// What the summary tells of the case: what utilization review did, the dates, the patient.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  type Ask,
  askAbout,
  caseDates,
  caseSummary,
  composeExample,
  decisionsOfReview,
  patient,
  readLetter,
} from '../../server/src/core/index';

function analyze(summary: string): Ask {
  return askAbout(readLetter(composeExample({ summary }), builtinForms), builtinLibrary);
}

describe('what utilization review did', () => {
  const decisions = (summary: string): string[] => {
    const ask = analyze(summary);
    const text = ask(caseSummary)?.prose.text ?? '';
    return ask(decisionsOfReview).map(
      ({ kind, object }) => `${kind}: ${object.map(({ start, end }) => text.slice(start, end).trim()).join(' | ')}`,
    );
  };

  it.each([
    ['Utilization review on 1/2/17 denied a request for a cane.', ['denied: a request for a cane.']],
    ['The UR dated 1-2-17 non-\ncertified the request for Norco #60.', ['denied: the request for Norco #60.']],
    ['UR non-certified Soma and partially certified Norco #60.', ['denied: Soma and', 'modified: Norco #60.']],
    [
      'The request for a brace was previously denied due to a lack of findings.',
      ['denied: The request for a brace was previously'],
    ],
    [
      'On May 2, 2016, the claims administrator failed to approve a request for knee MRI.',
      ['denied: a request for knee MRI.'],
    ],
    [
      'A prior denial was made on 1/2/17 for a cane as there was no limp; for a brace as none was tried.',
      ['denied: was made on 1/2/17 for a cane | for a brace'],
    ],
    ['Utilization review certified six visits.', ['certified: six visits.']],
    ['She denied numbness and works modified duty. Her activities were modified.', []],
  ])('%s', (summary, expected) => expect(decisions(summary)).toEqual(expected));
});

describe('dates of the case', () => {
  it.each([
    ['sustained an industrial injury on 11-18-16', '11-18-16'],
    ['a 46 year old male with a date of injury of 11/18/2016', '11/18/2016'],
    ['a claim for knee pain associated with an industrial injury of November 18, 2016', 'November 18, 2016'],
    ['an occupational claim from 11/18/2016', '11/18/2016'],
    ['with an 11/18/16 date of injury', '11/18/16'],
    ['was injured in an 11/18/16 motor vehicle accident', '11/18/16'],
  ])('injury: %s', (words, date) => {
    const { injury } = analyze(`The worker ${words}. A report of injury dated 12/1/16 is on file.`)(caseDates);
    expect(injury.map(({ text }) => text)).toEqual([date]);
  });

  it.each([
    ['Utilization review dated 12/07/2016 denied the request of 11/30/2016.', '12/07/2016'],
    ['On 12-7-16, utilization review denied the request for a cane.', '12-7-16'],
    ['The original utilization review (12-7-16) denied a cane.', '12-7-16'],
    ['On 11/30/2016 a cane was requested that was non-certified by utilization review on 12/7/2016.', '12/7/2016'],
    ['These requests were previously non-certified on 12/7/2016 due to a lack of findings.', '12/7/2016'],
    ['A cane was denied by the family on 12/7/2016.', undefined],
  ])('review: %s', (summary, date) => {
    expect(analyze(summary)(caseDates).review.map(({ text }) => text)).toEqual(date === undefined ? [] : [date]);
  });
});

describe('the patient', () => {
  const pronouns = (summary: string): string[] => analyze(summary)(patient).pronouns.map(({ value }) => value);

  it('has sex and age as they are stated', () => {
    const { sexes, ages } = analyze(
      'This is a 44 year-old right hand dominant woman. Headaches since she was 13 years old.',
    )(patient);
    expect([sexes.map(({ value }) => value), ages.map(({ value }) => value)]).toEqual([['female'], [44]]);
  });

  it.each([
    ['The injured worker fell. She has pain in her back.', ['female', 'female']],
    ['The provider stated that he would order a scan.', []],
    ['The provider saw the patient. He ordered a scan.', []],
    ['The provider saw the patient. He has pain in the knee.', ['male']],
    ['The patient and her husband moved; he drives.', ['female']],
    ['He/she was seen (He, 2004).', []],
  ])('%s', (summary, expected) => {
    expect(pronouns(summary)).toEqual(expected);
  });
});
