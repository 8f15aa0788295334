import { describe, expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';

describe('what a heading asks for', () => {
  it.each([
    ['Hydrocodone/APAP 10/325 mg #90', 'opioids', ['hydrocodone-acetaminophen'], []],
    ['Flexeril 7.5mg, quantity 60', 'muscle-relaxants', ['cyclobenzaprine'], []],
    ['Cyclobenzaprine 5% cream 60 grams', 'topicals', ['cyclobenzaprine-topical'], []],
    ['Voltaren 75 mg #60', 'nsaids', ['diclofenac-sodium'], []],
    ['Voltaren 1% gel, 100 grams', 'topicals', ['diclofenac-gel'], []],
    ['Lidoderm patches #30', 'lidocaine-patch', ['lidocaine-patch'], []],
    ['Temazepam 15mg', 'benzodiazepines', ['temazepam'], []],
    ['Prilosec 20mg', 'ppis', ['omeprazole'], []],
    ['Buspirone 10 mg', 'other-drugs', ['buspirone'], []],
    ['MRI of the left knee without contrast', 'imaging', [], ['knee']],
    ['MRI without contrast, right elbow', 'imaging', [], ['elbow']],
    ['Physical therapy 2 times a week for 4 weeks, lumbar spine', 'pt', [], ['low-back']],
    ['Associated surgical service: cold therapy unit, 7 days', 'dme', [], []],
    ['Lumbar epidural steroid injection at L4-5', 'esi', [], ['low-back']],
    ['Urine drug screen', 'uds', [], []],
    ['Consultation with a dentist', 'consultations', [], ['jaw']],
    ['', undefined, [], []],
  ])('%s', (heading, classId, drugs, parts) => {
    const subject = library.subjectOf(heading);
    expect(subject.class?.id).toBe(classId);
    expect(subject.drugs.map(({ id }) => id)).toEqual(drugs);
    for (const part of parts) expect(subject.bodyParts.map(({ id }) => id)).toContain(part);
  });

  it('chooses among treatments of one name by the body part', () => {
    expect(library.subjectOf('EMG/NCS of the right lower extremity').treatments.map(({ id }) => id)).toEqual([
      'emg-ncv-lower-extremities',
    ]);
    expect(library.subjectOf('MRI').treatments.length).toBeGreaterThan(5);
    expect(library.subjectOf('MRI').bodyParts).toEqual([]);
  });
});

describe('look-ups by name', () => {
  it('find drugs, treatments and abbreviations as people write them', () => {
    expect(library.findDrugs('norco').map(({ id }) => id)).toEqual(['hydrocodone-acetaminophen']);
    expect(library.findDrugs('Hydrocodone - APAP').map(({ id }) => id)).toEqual(['hydrocodone-acetaminophen']);
    expect(library.findTreatments('epidural steroid injections').map(({ id }) => id)).toHaveLength(2);
    expect(library.findAbbreviations('ER').map(({ meaning }) => meaning)).toEqual([
      'extended release',
      'emergency room',
    ]);
    expect(library.findDrugs('nothing of the kind')).toEqual([]);
  });

  it('climb from a drug to its classes', () => {
    const amitriptyline = library.drug('amitriptyline');
    const classes = amitriptyline ? library.classesOf(amitriptyline) : [];
    expect(classes.map(({ id }) => id)).toEqual(['tricyclic-antidepressant', 'antidepressant']);
  });

  it('give a source in full', () => {
    expect(library.sourceText('cdc-2022-table')).toMatch(/^https:/);
    expect(library.sourceText('CM17-0005412')).toBe('CM17-0005412');
  });
});
