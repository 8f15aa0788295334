import { describe, expect, it } from 'vitest';
import { composeExample, undecidedItems } from '../../server/src/core/index';
import { allLetters, read } from '../features/analyzed';

const patient = 'The injured worker is a 44 year old female with a date of injury of 11/18/2016.';

function itemsOf(summary: string, blocks?: string): string[] {
  const text = composeExample({ summary: `${patient} ${summary}`, ...(blocks !== undefined && { blocks }) });
  return read(text)(undecidedItems).map(({ item, kind }) => `${kind}: ${item}`);
}

describe('items that the summary names and no block decides', () => {
  it.each([
    [
      'Utilization review on 12/07/2016 denied the requests for Norco 10/325mg #60 and Zanaflex 4mg #30.',
      ['denied: Zanaflex 4mg #30'],
    ],
    [
      'Utilization review denied a left knee MRI, 12 sessions of physical therapy for the low back and Soma 350 mg, #90 because no gain is on record.',
      ['denied: Left knee MRI', 'denied: 12 sessions of physical therapy for the low back', 'denied: Soma 350 mg, #90'],
    ],
    [
      'The request is for acupuncture 6 sessions and Norco 10/325mg #60. Utilization review denied Norco 10/325mg #60.',
      ['requested: Acupuncture 6 sessions'],
    ],
    ['Utilization review on 12/07/2016 denied Norco 10/325mg #60. She takes Zanaflex 4mg #30.', []],
    [
      'The appeal asks for Norco. A report requested authorization for Zanaflex 4mg #30. Utilization review denied the request.',
      ['denied: Zanaflex 4mg #30'],
    ],
  ])('%s', (summary, expected) => {
    expect(itemsOf(summary)).toEqual(expected);
  });

  it.each([
    ['an MRI of the cervical and lumbar spine', ['denied: MRI of the cervical']],
    ['cervical MRI', ['denied: Cervical MRI']],
    ['an MRI and x-ray of the lumbar spine', ['denied: X-ray of the lumbar spine']],
    ['MRI of the right and left knee and of the lumbar spine', ['denied: MRI of the right knee']],
    ['EMG and NCS of the left arm', ['denied: NCS of the left arm']],
    ['an MRI without contrast of the lumbar spine and left knee', []],
  ])('are told by the part of the body, the side and the test that is left: %s', (request, expected) => {
    const field = `Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

Decision rationale: The request of the injured worker is not medically necessary.`;
    const blocks = ['MRI of the lumbar spine', 'MRI of the left knee', 'EMG of the left upper extremity'];
    const text = blocks.map((item) => `${item}: Upheld\n\n${field}`).join('\n\n');
    expect(
      itemsOf(`Utilization review on 12/07/2016 denied ${request} because no red flag is on record.`, text),
    ).toEqual(expected);
  });

  it('are all of them, in a letter that decides nothing yet', () => {
    const summary = 'Utilization review denied Norco 10/325mg #60 and Zanaflex 4mg #30.';
    expect(itemsOf(summary, '')).toEqual(['denied: Norco 10/325mg #60', 'denied: Zanaflex 4mg #30']);
  });

  it('are short and of one line in every letter there is', () => {
    for (const [name, text] of allLetters()) {
      for (const { item } of read(text)(undecidedItems)) {
        expect(item, name).toMatch(/^\S.{0,158}\S$/);
        expect(item, name).not.toMatch(/[\r\n]|\b(?:and|the)$/);
      }
    }
  }, 60_000);
});
