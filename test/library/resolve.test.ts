import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import type { CitationInput } from '../../server/src/core/library/citation';
import { resolveCitation } from '../../server/src/core/library/resolve';
import { cpuTime } from '../cpu-time';

function cite(
  kind: CitationInput['kind'],
  title: string,
  rest: string,
  year: number | null = null,
  pages: string[] = [],
) {
  return resolveCitation(library, { kind, title, text: `${title} ${rest}`.trim(), year, pages });
}

const chronicPain = 'Chronic Pain Treatment Guidelines';
const odg = 'Official Disability Guidelines (ODG)';

describe('citations of the form of 2014', () => {
  it.each([
    ['a topic without a page', 'Opioids.', [], 'chronic-pain-2009', ['cp09-opioids']],
    [
      'pages before topics',
      'Page 63, muscle relaxants; Page 60, medication trials.',
      ['63', '60'],
      'chronic-pain-2009',
      ['cp09-muscle-relaxants', 'cp09-medications'],
    ],
    [
      'pages alone',
      'Page(s): 29, 65.',
      ['29', '65'],
      'chronic-pain-2009',
      ['cp09-carisoprodol', 'cp09-muscle-relaxants'],
    ],
    [
      'a definition beside the topic',
      'Muscle relaxants (for pain); and MTUS Definitions, page 1 Page(s): 63-64.',
      ['1', '63-64'],
      'chronic-pain-2009',
      ['cp09-muscle-relaxants', 'cp09-definitions'],
    ],
    [
      'the title twice',
      'Chronic Pain Medical Treatment Guidelines, When to Continue Opioids p 80.',
      ['80'],
      'chronic-pain-2009',
      ['cp09-opioids-continue'],
    ],
    [
      'a designator glued to the topic',
      'Page 94, Opioids, steps to avoid misuse/addictionPage 81, Mechanical and compressive etiologies',
      ['94', '81'],
      'chronic-pain-2009',
      ['cp09-opioids-steps-misuse', 'cp09-opioids-chronic-pain'],
    ],
    ['a drug misspelled', 'Carisprodol (Soma).', [], 'chronic-pain-2009', ['cp09-carisoprodol']],
    ['capitals', 'MUSCLE RELAXANTS, 63', ['63'], 'chronic-pain-2009', ['cp09-muscle-relaxants']],
    [
      'ODG behind the pick list',
      'Official Disability Guidelines (ODG) Pain chapter, Insomnia treatment.',
      [],
      'odg',
      ['odg-pain/insomnia-treatment'],
    ],
  ])('%s', (_, rest, pages, guideline, topics) => {
    const resolved = cite('mtus', chronicPain, rest, null, pages);
    expect(resolved.guideline?.id).toBe(guideline);
    expect(resolved.topics.map(({ topic }) => topic.id)).toEqual(topics);
    expect(resolved.reason).toBeUndefined();
  });
});

describe('citations of the form of 2015', () => {
  it.each([
    [
      'Low Back Complaints',
      2004,
      'Section(s): Special Studies, Surgical Considerations, Summary.',
      ['special-studies', 'surgical-considerations', 'summary'].map((s) => `acoem-2004-low-back/${s}`),
    ],
    [
      'Chronic Pain Medical Treatment',
      2016,
      'Section(s): NSAIDs (non-steroidal anti-inflammatory drugs), NSAIDs, GI symptoms & cardiovascular risk.',
      ['cp16-nsaids', 'cp16-nsaids-gi-symptoms-and-cardiovascular-risk'],
    ],
    [
      'Chronic Pain Medical Treatment',
      2016,
      'Section(s): TENS, chronic pain (transcutaneous electrical nerve stimulation).',
      ['cp16-tens-chronic-pain'],
    ],
    [
      'Opioid Treatment',
      2016,
      'Section(s): 4.1 Tapering Opioids: Indications for Tapering Opioids, 3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.',
      ['op16-4.1', 'op16-3.3.9'],
    ],
    ['Opioid Treatment', 2016, 'Section(s): 3.3.9.', ['op16-3.3.9']],
    [
      'Postsurgical Treatment',
      2009,
      'Section(s): Forearm, Wrist, & Hand.',
      ['postsurgical-2009/forearm-wrist-and-hand'],
    ],
    [
      'General Approaches',
      2004,
      'Section(s): Initial Approaches to Treatment, Prevention.',
      ['acoem-2004-ch3', 'acoem-2004-ch1'],
    ],
    ['Low Back Complaints', 2004, 'Section(s): Inital Care.', ['acoem-2004-low-back/initial-care']],
    ['Acupuncture Treatment', 2007, '', []],
  ])('%s %i, %s', (title, year, rest, topics) => {
    const resolved = cite('mtus', title, `${year}, ${rest}`, year);
    expect(resolved.guideline?.year).toBe(year);
    expect(resolved.edition?.guideline).toBe(resolved.guideline);
    expect(resolved.topics.map(({ topic }) => topic.id)).toEqual(topics);
    expect(resolved.reason).toBeUndefined();
  });
});

describe('citations outside the MTUS', () => {
  it.each([
    [odg, 'Neck section, Physical therapy.', 'odg', ['odg-neck'], ['odg-neck/physical-therapy']],
    [odg, 'Shoulder/MR Arthrogram.', 'odg', ['odg-shoulder'], ['odg-shoulder/mr-arthrogram']],
    [
      odg,
      'Low back, Manipulation; Neck and Upper back, Manipulation.',
      'odg',
      ['odg-low-back', 'odg-neck'],
      ['odg-low-back/manipulation', 'odg-neck/manipulation'],
    ],
    [odg, 'Knee & Leg Chapter (updated 3/1/16): MRI.', 'odg', ['odg-knee'], ['odg-knee/mris']],
    [odg, 'MRI hand.', 'odg', ['odg-forearm'], ['odg-forearm/mris']],
    [odg, 'Preface/Physical therapy.', 'odg-pt', [], []],
    [odg, '', 'odg', [], []],
    ['Low Back', '(Hyperstimulation analgesia).', 'odg', ['odg-low-back'], ['odg-low-back/hyperstimulation-analgesia']],
    [
      'ACOEM Practice Guidelines, Chapter 13 Knee Complaints, Special Studies',
      'Page(s): 341.',
      'acoem-2004-knee',
      [],
      ['acoem-2004-knee/special-studies'],
    ],
    ['ACOEM Guidelines', 'Chapter 7, page 137.', 'acoem-2004-chapter7', [], []],
    [
      'ACOEM Occupational Medicine Practice Guidelines, 3rd ed.',
      'Low Back Disorders, pg. 607.',
      'acoem-3rd',
      [],
      ['acoem-3rd/low-back-disorders'],
    ],
    ["Green's Operative Hand Surgery", '6th ed Chapter 17.', 'textbooks', [], []],
  ])('%s %s', (title, rest, guideline, chapters, topics) => {
    const resolved = cite('non-mtus', title, rest);
    expect(resolved.guideline?.id).toBe(guideline);
    expect(resolved.chapters.map(({ id }) => id)).toEqual(chapters);
    expect(resolved.topics.map(({ topic }) => topic.id)).toEqual(topics);
    expect(resolved.reason).toBeUndefined();
  });
});

describe('what does not resolve', () => {
  it.each([
    ['non-mtus', 'The Farmer Almanac', 'Frost.', null, [], /no source that the library knows/],
    ['mtus', chronicPain, 'Underwater basket weaving.', null, [], /no topic of MTUS Chronic Pain/],
    ['mtus', chronicPain, 'Page 300.', null, ['300'], /page 300 lies outside/],
    ['mtus', chronicPain, '8 C.C.R. 9792.20 - 9792.26', null, [], /the regulation as a whole/],
    ['mtus', 'Opioid Treatment', '2016, Section(s): 3.3.10.', 2016, [], undefined],
    ['non-mtus', odg, 'Physical therapy.', null, [], /several chapters/],
  ] as const)('%s %s %s says why', (kind, title, rest, year, pages, reason) => {
    const resolved = cite(kind, title, rest, year, [...pages]);
    if (reason) expect(resolved.reason).toMatch(reason);
    else expect(resolved.topics).toEqual([]);
  });

  it('takes the edition in force where no year is given and a date is known', () => {
    const input = { kind: 'mtus', title: chronicPain, text: `${chronicPain} Opioids.`, year: null, pages: [] } as const;
    expect(resolveCitation(library, input).guideline?.id).toBe('chronic-pain-2009');
    expect(resolveCitation(library, input, '2014-05-01').guideline?.id).toBe('chronic-pain-2009');
    expect(resolveCitation(library, input, '2017-01-15').guideline?.id).toBe('chronic-pain-2016');
  });

  it.each(['(', ', A', '. ', 'Page 1', 'Opioids ', '3.3.', 'x', 'Soma (', '//a '])(
    'takes linear time over 100 KB of %j',
    (unit) => {
      const text = unit.repeat(100_000 / unit.length);
      const time = cpuTime(() => {
        resolveCitation(library, {
          kind: 'mtus',
          title: chronicPain,
          text: `${chronicPain} ${text}`,
          year: null,
          pages: [],
        });
        resolveCitation(library, { kind: 'non-mtus', title: text, text, year: null, pages: [text] });
      });
      expect(time).toBeLessThan(2000);
    },
  );

  it('never throws', () => {
    const kinds = fc.constantFrom('mtus' as const, 'non-mtus' as const, 'none' as const);
    const year = fc.option(fc.integer({ min: 1900, max: 2100 }), { nil: null });
    fc.assert(
      fc.property(kinds, fc.string(), fc.string(), year, fc.array(fc.string()), (kind, title, rest, y, pages) => {
        const resolved = resolveCitation(library, { kind, title, text: `${title} ${rest}`, year: y, pages });
        expect(resolved.guideline !== undefined || resolved.reason !== undefined).toBe(true);
      }),
    );
  });
});
