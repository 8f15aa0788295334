import { describe, expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import { confidenceOf, isShown } from '../../server/src/core/library/confidence';

describe('a guideline by its title', () => {
  it.each([
    ['Low Back Complaints', 2004, 'acoem-2004-low-back'],
    ['LOW BACK COMPLAINTS', 2004, 'acoem-2004-low-back'],
    ['Forearm, Wrist and Hand Complaints', 2004, 'acoem-2004-forearm'],
    ['Ankle & Foot Complaints', 2004, 'acoem-2004-ankle'],
    ['Elbow Complaints', 2007, 'acoem-2007-elbow'],
    ['Chronic Pain Medical Treatment', 2009, 'chronic-pain-2009'],
    ['Chronic Pain Medical Treatment', 2016, 'chronic-pain-2016'],
    ['Chronic Pain Medical Treatment 2016 Guidelines', null, 'chronic-pain-2016'],
    ['Chronic Pain Treatment Guidelines', null, 'chronic-pain-2009'],
    ['MTUS: CHRONIC PAIN MEDICAL TREATMENT GUIDELINES', null, 'chronic-pain-2009'],
    ['Opioid Treatment', 2016, 'opioids-2016'],
    ['Official Disability Guidelines (ODG)', null, 'odg'],
    ['the Official Disability Guidelines', null, 'odg'],
    ['ACOEM Chapter 12', null, 'acoem-2004-low-back'],
    ['California MTUS', null, 'mtus'],
  ])('%s %s', (title, year, id) => {
    expect(library.findGuideline(title, year)?.id).toBe(id);
  });

  it.each([
    ['Chronic Pain Medical Treatment', 2012],
    ['Low Back Complaints', 1999],
    ['Gardening for Beginners', null],
    ['', null],
  ])('none for %s %s', (title, year) => {
    expect(library.findGuideline(title, year)).toBeUndefined();
  });
});

describe('the edition in force', () => {
  it.each([
    ['chronic-pain', '2009-07-17', undefined],
    ['chronic-pain', '2009-07-18', 'chronic-pain-2009'],
    ['chronic-pain', '2016-07-27', 'chronic-pain-2009'],
    ['chronic-pain', '2016-07-28', 'chronic-pain-2016'],
    ['chronic-pain', '2017-11-30', 'chronic-pain-2016'],
    ['chronic-pain', '2017-12-01', 'acoem-chronic-pain'],
    ['low-back', '2015-01-01', 'acoem-2004-low-back'],
    ['low-back', '2019-08-11', 'acoem-low-back'],
    ['elbow', '2018-01-01', 'acoem-elbow'],
    ['no such family', '2018-01-01', undefined],
  ])('of %s on %s is %s', (family, date, id) => {
    expect(library.editionInForce(family, date)?.guideline.id).toBe(id);
  });

  it('tells versions of one guideline apart', () => {
    const published = ['2018-01-01', '2019-12-31', '2022-01-01'].map(
      (date) => library.editionInForce('low-back', date)?.version?.published,
    );
    expect(published).toEqual(['2016-02-24', '2019-03-07', '2020-02-13']);
  });

  it('comes in order of time', () => {
    expect(library.editionsOf('chronic-pain').map(({ guideline }) => guideline.id)).toEqual([
      'chronic-pain-2009',
      'chronic-pain-2016',
      'acoem-chronic-pain',
      'acoem-chronic-pain',
    ]);
  });
});

describe('topics', () => {
  it.each([
    [
      'chronic-pain-2016',
      'NSAIDs, GI symptoms & cardiovascular risk',
      'cp16-nsaids-gi-symptoms-and-cardiovascular-risk',
    ],
    ['chronic-pain-2016', 'cyclobenzaprine', 'cp16-cyclobenzaprine'],
    ['chronic-pain-2009', 'Weaning of Medications', 'cp09-weaning'],
    ['chronic-pain-2009', 'when to continue opioids', 'cp09-opioids-continue'],
    ['opioids-2016', '3.3.9', 'op16-3.3.9'],
    [
      'opioids-2016',
      '3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment',
      'op16-3.3.9',
    ],
    ['odg-pain', 'Insomnia', 'odg-pain/insomnia-treatment'],
    ['acoem-2004-low-back', 'special studies', 'acoem-2004-low-back/special-studies'],
  ])('of %s: %s', (scope, title, id) => {
    expect(library.findTopics(scope, title)[0]?.id).toBe(id);
  });

  it('on a page: those seen on it first, none by a guessed page', () => {
    expect(library.topicsOnPage('chronic-pain-2009', 29).map(({ id }) => id)).toEqual([
      'cp09-carisoprodol',
      'cp09-capsaicin',
    ]);
    expect(library.topicsOnPage('chronic-pain-2009', 64)[0]?.id).toBe('cp09-muscle-relaxants');
    expect(library.topicsOnPage('chronic-pain-2009', 500)).toEqual([]);
  });

  it('know how sure each of their fields is', () => {
    const carisoprodol = library.topic('cp09-carisoprodol');
    expect(confidenceOf(carisoprodol ?? {}, 'pages')).toBe('seen');
    const carbamazepine = library.topic('cp09-carbamazepine');
    expect(isShown(carbamazepine ?? {}, 'pages')).toBe(false);
    expect(confidenceOf({}, 'pages')).toBe('memory');
  });

  it('tell what they cover, the next edition too', () => {
    expect(library.coveredBy('cp09-carisoprodol').drugs).toContain('carisoprodol');
    expect(library.coveredBy('cp16-muscle-relaxants').drugs).toContain('tizanidine');
    expect(library.coveredBy('acoem-2004-knee/special-studies').treatments).toContain('mri-knee');
    expect(library.coveredBy('no such topic')).toEqual({ drugs: [], treatments: [] });
  });

  it('are offered for a drug, its own before those of its class', () => {
    const soma = library.drug('carisoprodol');
    const guidance = soma ? library.guidanceFor(soma) : [];
    expect(guidance[0]).toBe('cp09-carisoprodol');
    expect(guidance).toContain('cp16-muscle-relaxants');
    expect(new Set(guidance).size).toBe(guidance.length);
  });
});

describe('chapters and body parts', () => {
  it.each([
    ['Pain chapter', 'odg-pain'],
    ['Neck & Upper Back', 'odg-neck'],
    ['Low Back - Lumbar & Thoracic (Acute & Chronic)', 'odg-low-back'],
    ['Hips & Pelvis Chapter', 'odg-hip'],
    ['Elbow Procedure Summary', 'odg-elbow'],
  ])('%s', (title, id) => {
    expect(library.findChapter('odg', title)?.id).toBe(id);
  });

  it('say which body parts they are about', () => {
    expect(library.bodyPartsOf('acoem-2004-low-back').map(({ id }) => id)).toEqual(['low-back', 'thoracic']);
    expect(library.bodyPartsOf('odg-cts').map(({ id }) => id)).toEqual(['forearm-wrist-hand']);
    expect(library.bodyPartsOf('chronic-pain-2009')).toEqual([]);
  });
});
