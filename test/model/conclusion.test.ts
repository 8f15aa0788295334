import { describe, expect, it } from 'vitest';
import { conclusionsOf } from './conclusions-of';

describe('the shapes of a conclusion', () => {
  it.each([
    ['As such, the request is not medically necessary.', '- is not medically necessary'],
    ['Therefore, the request for a cane was not medically necessary.', '- was not medically necessary'],
    ['The brace is determined to not be medically necessary.', '- is determined to not be medically necessary'],
    ['The scan is determined to be not medically necessary.', '- is determined to be not medically necessary'],
    ['Hence the request is considered not medically necessary.', '- is considered not medically necessary'],
    ['The request will be considered not medically necessary.', '- will be considered not medically necessary'],
    ['The drug is not considered medically necessary.', '- is not considered medically necessary'],
    ['Ten more visits, as asked, are deemed not medically necessary.', '- are deemed not medically necessary'],
    ['The pump cannot be deemed medically necessary.', '- cannot be deemed medically necessary'],
    ['This request cannot be considered medically necessary.', '- cannot be considered medically necessary'],
    ['A knee MRI is not medically necessary or appropriate.', '- is not medically necessary'],
    ['The visits are not medically necessary and appropriate.', '- are not medically necessary'],
    ['The request is not medically necessary at this time.', '- is not medically necessary'],
    ['The request at this time is not medically necessary per the guidelines.', '- is not medically necessary'],
    ['A cold pack is not a medical necessity to the patient at this time.', '- is not a medical necessity'],
    ['The requested gel is not seen as medically necessary.', '- is not seen as medically necessary'],
    ['The request does not appear medically necessary.', '- does not appear medically necessary'],
    [
      'The scan is not supported by the records as being medically necessary.',
      '- is not supported by the records as being medically necessary',
    ],
    ['The injections are not medically necessary.', '- are not medically necessary'],
    ['The request is not-medically necessary.', '- is not-medically necessary'],
    ['A second pair of crutches is also not medically necessary.', '- is also not medically necessary'],
    ['The guideline does not support it, as such the request is not necessary.', '- is not necessary'],
    ['For these reasons the request for two visits is not medically appropriate.', '- is not medically appropriate'],
    ['The medical necessity of this request is not established.', '- is not established'],
    ['Medical necessity for the brace has not been established.', '- has not been established'],
    ['Medical necessity cannot be established at this time.', '- cannot be established'],
    ['The tablets are not indicated and are not medically necessary.', '- are not medically necessary'],
    ['This gel is not indicated as medically necessary.', '- is not indicated as medically necessary'],
    [
      'Nothing explains it, therefore this is not considered to be medically necessary.',
      '- is not considered to be medically necessary',
    ],
    ['No, the request for a scooter was not medically necessary.', '- was not medically necessary'],
    ['The request is medically unnecessary.', '- is medically unnecessary'],
    ["The request isn't medically necessary.", "- isn't medically necessary"],
    ['The request is not medically neccesary.', '- is not medically neccesary'],
    ['The record does not establish that the request is medically necessary.', '- is medically necessary'],
    [
      'Physical therapy 2 times a week for 3 weeks for the left hip, is medically necessary.',
      '+ is medically necessary',
    ],
    ['The request is medically necessary, as per MTUS.', '+ is medically necessary'],
    ['Therefore, the first request for Motrin was medically necessary.', '+ was medically necessary'],
    ['Both studies are medically necessary.', '+ are medically necessary'],
    ['The request is considered medically necessary at this time.', '+ is considered medically necessary'],
    ['The splint is determined to be medically necessary.', '+ is determined to be medically necessary'],
    [
      'Given the fracture, we deem the request to be medically necessary.',
      '+ deem the request to be medically necessary',
    ],
    ['The request for retrospective CT is medically necessary and appropriate.', '+ is medically necessary'],
    ['Yes, the request for a neck MRI was medically necessary.', '+ was medically necessary'],
    ['The request is now medically necessary.', '+ is now medically necessary'],
    ['The brace is therefore medically necessary.', '+ is therefore medically necessary'],
    ['The request has been shown to be medically necessary.', '+ has been shown to be medically necessary'],
    ['Thus the request remains medically necessary.', '+ remains medically necessary'],
    ['The request is not medically supported.', '- is not medically supported'],
    ['The request is not, therefore, medically necessary.', '- is not, therefore, medically necessary'],
    [
      'The request fails to meet the criteria of medical necessity.',
      '- fails to meet the criteria of medical necessity',
    ],
  ])('%s', (sentence, expected) => {
    expect(conclusionsOf(sentence)).toEqual([expected]);
  });

  it.each([
    ['The request is not medically medically necessary.', '- is not medically medically necessary'],
    ['The request is not medicaly necessary.', '- is not medicaly necessary'],
    ['The request is not medical necessary.', '- is not medical necessary'],
    ['The request is medically nÃ©cessary.', '+ is medically nÃ©cessary'],
    ['The request is medically n\uFFFDcessary.', '+ is medically n\uFFFDcessary'],
    ['As such the request is not necessary..', '- is not necessary'],
    ['The scan meets the guideline recommendation.MRI of the hip is medically necessary.', '+ is medically necessary'],
  ])('is heard in spite of a slip: %s', (sentence, expected) => {
    expect(conclusionsOf(sentence)).toEqual([expected]);
  });

  it('survives line wraps, page breaks and quotation marks round the item', () => {
    expect(
      conclusionsOf(
        'Given the above, the request for "Sling \n\n\f\nfor the left arm" is not \r\nmedically \r\nnecessary.',
      ),
    ).toEqual(['- is not medically necessary']);
  });
});

describe('what is no conclusion', () => {
  it.each([
    'This decision addresses the medical necessity of opioids as they have been prescribed to this patient.',
    'This medical necessity decision should not be interpreted as advice to stop opioids abruptly.',
    'There is insufficient data presented to support the request for this medication.',
    'There is no clinical indication for indefinite, long-term or chronic use.',
    'No clear rationale was given as to the medical necessity for this request.',
    'EMG is not necessary if radiculopathy is clinically obvious.',
    'A guideline states that services are medically necessary when a patient is homebound.',
    'Weaning is necessary to avoid withdrawal.',
    'A fresh review of earlier treatment is necessary.',
    'Further visits may be medically necessary after surgery.',
    'It is unclear whether the request is medically necessary.',
    'Utilization review found that the request was not medically necessary.',
    'The guideline lists criteria necessary to support the medical necessity of muscle relaxants.',
    'The manual says, "Home care is not medically necessary for those who can leave their home."',
    'Drugs are part of a medically necessary treatment program.',
    'The request is for a medically narrowing diet.',
  ])('%s', (sentence) => {
    expect(conclusionsOf(sentence)).toEqual([]);
  });
});

it('gives every conclusion in text order', () => {
  const text =
    'The request is not medically necessary. No drug screen is on record. Medical necessity has not been established. The request for Norco is medically necessary. This medical necessity decision should not be read as advice to stop.';
  expect(conclusionsOf(text)).toEqual([
    '- is not medically necessary',
    '- has not been established',
    '+ is medically necessary',
  ]);
});
