// Editions that letters of today may cite, and when each was in force.
import { describe, expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';

describe('an adopted text', () => {
  it.each([
    ['low-back', '2022-05-12', '2020-02-13', [2020, 2021]],
    ['low-back', '2019-08-10', '2016-02-24', [2016, 2017]],
    ['hand', '2019-08-10', undefined, undefined],
    ['forearm-wrist-hand', '2023-11-10', null, [2023]],
    ['shoulder', '2023-08-09', '2016-08-01', [2016, 2017]],
    ['mental-depression', '2020-09-21', '2020-02-13', [2020]],
    ['interstitial-lung-disease', '2020-09-20', '2016-01-04', [2016, 2017]],
    ['cannabis', '2026-06-01', undefined, undefined],
  ])('of %s on %s is that of %s, cited by %j', (family, date, published, years) => {
    const edition = library.editionInForce(family, date);
    expect(edition?.version?.published).toBe(published);
    expect(edition?.years).toEqual(years);
  });

  it('keeps the doubt of its source', () => {
    const doubts = library.editionsOf('general-approaches').map(({ version }) => version?.confidence);
    expect(doubts).toEqual([undefined, 'inferred', 'inferred']);
    expect(library.editionsOf('antiemetics').map(({ version }) => version?.confidence)).toEqual(['inferred']);
    expect(library.editionsOf('brain-injury').map(({ version }) => version?.confidence)).toEqual(['memory']);
  });
});
