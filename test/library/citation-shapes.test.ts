// How guidelines are cited since December 2017: each shape, and what it is read as.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import { readText } from '../../server/src/core/index';
import type { CitationRole } from '../../server/src/core/library/entries';
import { resolveCitation } from '../../server/src/core/library/resolve';
import { type Citation, readCitations } from '../../server/src/core/model/citations';

interface Shape {
  readonly n: number;
  readonly text: string;
  readonly under: Citation['kind'];
  /** Day of the utilization review. */
  readonly on: string;
  readonly guideline: string;
  /** The publisher's date of the edition. */
  readonly published?: string | null;
  readonly role?: CitationRole;
  /** Number of the edition. */
  readonly version?: string;
}

/** Shapes that are not read as expected yet: at most two. */
const missed: readonly number[] = [9];

const shapes: readonly Shape[] = [
  {
    n: 1,
    text: 'Opioids Guideline (ACOEM April 20, 2017)',
    under: 'mtus',
    on: '2018-03-01',
    guideline: 'acoem-opioids',
    published: '2017-04-20',
  },
  {
    n: 2,
    text: 'Elbow Disorders Guideline (ACOEM 2013)',
    under: 'mtus',
    on: '2018-03-01',
    guideline: 'acoem-elbow',
    published: '2013',
  },
  {
    n: 3,
    text: 'Ankle and Foot Disorders Guideline (ACOEM September 2015)',
    under: 'mtus',
    on: '2018-03-01',
    guideline: 'acoem-ankle',
    published: '2015-09',
  },
  {
    n: 4,
    text: 'Low Back Disorders (ACOEM February 13, 2020)',
    under: 'mtus',
    on: '2022-05-12',
    guideline: 'acoem-low-back',
    published: '2020-02-13',
  },
  {
    n: 5,
    text: 'Workplace Mental Health: Post-traumatic Stress Disorder and Acute Stress Disorder Guideline (ACOEM December 18, 2018)',
    under: 'mtus',
    on: '2020-02-03',
    guideline: 'acoem-mental-ptsd',
    published: '2018-12-18',
  },
  {
    n: 6,
    text: 'Workplace Mental Health Guide: Depressive Disorders module',
    under: 'mtus',
    on: '2021-02-03',
    guideline: 'acoem-mental-depression',
    published: '2020-02-13',
  },
  {
    n: 7,
    text: 'Initial Approaches to Treatment Guidelines dated June 30, 2017',
    under: 'mtus',
    on: '2021-12-14',
    guideline: 'acoem-initial-approaches',
    published: '2017-06-30',
  },
  {
    n: 8,
    text: 'MTUS Initial Approaches to Treatment Guidelines',
    under: 'none',
    on: '2021-12-14',
    guideline: 'acoem-initial-approaches',
    published: '2017-06-30',
  },
  {
    n: 9,
    text: 'the 2016 MTUS guidelines for acupuncture treatment related to low back disorders',
    under: 'none',
    on: '2018-11-05',
    guideline: 'acoem-low-back',
    published: '2016-02-24',
  },
  { n: 10, text: 'MTUS/ACOEM', under: 'none', on: '2020-02-20', guideline: 'acoem-current' },
  { n: 11, text: 'MTUS (ACOEM) Guidelines', under: 'none', on: '2024-02-20', guideline: 'acoem-current' },
  { n: 12, text: 'MTUS/ACOEM Guidelines', under: 'none', on: '2024-02-20', guideline: 'acoem-current' },
  {
    n: 13,
    text: 'the MTUS at 8 Cal. Code Reg. § 9792.21.1(d)(1)',
    under: 'none',
    on: '2022-02-20',
    guideline: 'mtus-search-sequence',
    role: 'search-step',
  },
  {
    n: 14,
    text: 'other medical treatment guidelines such as the ACOEM and ODG at 8 Cal. Code Reg. § 9792.21.1(d)(2)',
    under: 'none',
    on: '2022-02-20',
    guideline: 'mtus-search-sequence',
    role: 'search-step',
  },
  {
    n: 15,
    text: 'peer reviewed studies at 8 Cal. Code Reg. § 9792.21.1(d)(3)',
    under: 'none',
    on: '2022-02-20',
    guideline: 'mtus-search-sequence',
    role: 'search-step',
  },
  {
    n: 16,
    text: 'Medical Evidence Search Sequence',
    under: 'none',
    on: '2022-02-20',
    guideline: 'mtus-search-sequence',
    role: 'search-step',
  },
  { n: 17, text: 'per the ODG', under: 'none', on: '2019-12-20', guideline: 'odg' },
  {
    n: 18,
    text: 'MTUS guidelines applicable to requests for home health care',
    under: 'none',
    on: '2024-01-20',
    guideline: 'mtus',
  },
  {
    n: 19,
    text: 'MTUS criteria that must be satisfied for work conditioning',
    under: 'none',
    on: '2022-08-20',
    guideline: 'mtus',
  },
  {
    n: 20,
    text: 'MTUS Drug List v.3 (8 CCR § 9792.27.15)',
    under: 'none',
    on: '2018-10-20',
    guideline: 'mtus-formulary',
    role: 'drug-list',
    published: null,
    version: '3',
  },
  {
    n: 21,
    text: 'MTUS Drug List v.11.1',
    under: 'none',
    on: '2024-03-20',
    guideline: 'mtus-formulary',
    role: 'drug-list',
    published: null,
    version: '11.1',
  },
  {
    n: 22,
    text: 'Non-Exempt',
    under: 'none',
    on: '2019-03-20',
    guideline: 'mtus-formulary',
    role: 'drug-list',
    published: null,
    version: '3',
  },
  {
    n: 23,
    text: 'ACOEM Practice Guidelines, published by Reed Group, Ltd.',
    under: 'mtus',
    on: '2021-03-20',
    guideline: 'acoem-current',
  },
  {
    n: 24,
    text: 'Coronavirus (COVID-19) Guideline (ACOEM March 29, 2021)',
    under: 'mtus',
    on: '2022-03-20',
    guideline: 'acoem-covid',
    published: '2021-03-29',
  },
  {
    n: 25,
    text: 'Section 9792.24.8 Cannabis Guideline (ACOEM January 28, 2025)',
    under: 'mtus',
    on: '2025-09-20',
    guideline: 'acoem-cannabis',
    published: '2025-01-28',
  },
  {
    n: 26,
    text: 'Section 9792.24.2. Chronic Pain Guidelines. (ACOEM December 19, 2024)',
    under: 'mtus',
    on: '2025-09-20',
    guideline: 'acoem-chronic-pain',
    published: '2024-12-19',
  },
  {
    n: 27,
    text: 'ODG by MCG / Last review 03/04/2024 / Acupuncture / Treatment type: Physical medicine / Recommendation - conditional',
    under: 'non-mtus',
    on: '2024-04-20',
    guideline: 'odg',
  },
  {
    n: 28,
    text: "Reprinted from ACOEM's Occupational Practice Guidelines, with permission from Reed Group, Ltd.",
    under: 'none',
    on: '2018-04-20',
    guideline: 'acoem-reprint-notice',
    role: 'no-citation',
  },
  {
    n: 29,
    text: 'Low Back Disorders, Effective: February 24, 2016',
    under: 'mtus',
    on: '2018-04-20',
    guideline: 'acoem-low-back',
    published: '2016-02-24',
  },
  {
    n: 30,
    text: 'Hegmann KT, et al. Non-invasive and minimally invasive management of low back disorders. J Occup Environ Med. 2020 Mar;62(3):e111-e138',
    under: 'non-mtus',
    on: '2021-04-20',
    guideline: 'acoem-journal-digest',
  },
  {
    n: 31,
    text: 'CDC Clinical Practice Guideline for Prescribing Opioids for Pain - United States, 2022',
    under: 'non-mtus',
    on: '2023-04-20',
    guideline: 'cdc-opioid',
  },
  {
    n: 32,
    text: '88 Cal. Comp. Cases 1022',
    under: 'none',
    on: '2023-12-20',
    guideline: 'comp-cases',
    role: 'authority',
  },
  {
    n: 33,
    text: 'Cal. Code Regs., tit. 8, § 9792.10.6(d)',
    under: 'none',
    on: '2023-12-20',
    guideline: 'imr-law',
    role: 'authority',
  },
  {
    n: 34,
    text: 'the most current version of ACOEM',
    under: 'non-mtus',
    on: '2020-06-20',
    guideline: 'acoem-most-current',
    role: 'search-step',
  },
  { n: 35, text: 'MTUS 2022', under: 'mtus', on: '2022-06-20', guideline: 'mtus' },
  {
    n: 36,
    text: 'MDGuidelines, ACOEM Guidelines, Low Back Disorders, Acupuncture',
    under: 'mtus',
    on: '2022-06-20',
    guideline: 'acoem-low-back',
    published: '2020-02-13',
  },
  {
    n: 37,
    text: 'ACOEM Low Back Disorders 4.2.1',
    under: 'mtus',
    on: '2022-06-20',
    guideline: 'acoem-low-back',
    published: '2020-02-13',
  },
];

describe('a citation of today', () => {
  it('has a reading for each of the 37 shapes', () => {
    expect(shapes.map(({ n }) => n)).toEqual(Array.from({ length: 37 }, (_, i) => i + 1));
  });

  const rows = shapes.map((shape) => [shape.n, shape.text, shape] as const);

  it.each(rows.filter(([n]) => !missed.includes(n)))('%i: %s', (_, text, shape) => read(text, shape));

  it.fails.each(rows.filter(([n]) => missed.includes(n)))('%i: %s', (_, text, shape) => read(text, shape));

  function read(text: string, shape: Shape): void {
    const reading = readText(text, { start: 0, end: text.length });
    const citations = readCitations(
      reading,
      { start: 0, end: reading.text.length },
      shape.under,
      'reviewer',
      builtinForms.fallback,
    );
    const [first] = citations.map((citation) => resolveCitation(library, citation, shape.on));
    expect({
      citations: citations.length,
      guideline: first?.guideline?.id,
      role: first?.guideline?.role,
      published: first?.edition?.version?.published,
      version: first?.edition?.version?.number,
    }).toEqual({
      citations: 1,
      guideline: shape.guideline,
      role: shape.role,
      published: shape.published,
      version: shape.version,
    });
  }
});
