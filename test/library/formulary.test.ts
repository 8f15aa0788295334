// The status of a drug by the version of the MTUS Drug List in force on a day.
import { expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import { statusOn } from '../../server/src/core/library/formulary';

it.each([
  ['duloxetine', '2020-10-31', undefined, undefined],
  ['duloxetine', '2020-11-01', 'exempt', 'secondary'],
  ['venlafaxine', '2022-01-01', undefined, undefined],
  ['lidocaine-patch', '2021-07-31', undefined, undefined],
  ['lidocaine-patch', '2022-10-31', 'non-exempt', 'secondary'],
  ['lidocaine-patch', '2022-11-01', 'exempt', 'secondary'],
  ['naloxone', '2018-10-01', 'exempt', 'inferred'],
  ['rimegepant', '2024-10-15', 'unlisted', 'secondary'],
  ['rimegepant', '2024-11-15', undefined, undefined],
  ['gabapentin', '2022-01-01', undefined, undefined],
])('of %s on %s is %s, %s', (id, day, status, confidence) => {
  const listed = statusOn(library.drug(id)?.formulary?.versions ?? [], day);
  expect({ status: listed?.status, confidence: listed?.confidence }).toEqual({ status, confidence });
});
