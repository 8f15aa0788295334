import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinLibrary as library } from '../../server/src/builtin/library';
import { cpuTime } from '../cpu-time';

/** Matches as `text → kind ids`, an unsure one with a question mark. */
function found(text: string): string[] {
  return library
    .matchNames(text)
    .map((m) => `${text.slice(m.start, m.end)} → ${m.kind}${m.sure ? '' : '?'} ${m.ids.join(', ')}`);
}

describe('names in a text', () => {
  it.each<[string, string[]]>([
    // spellings of one drug
    ['Norco 10/325mg #60', ['Norco → brand hydrocodone-acetaminophen']],
    ['NORCO10/325MG', ['NORCO → brand hydrocodone-acetaminophen']],
    ['hydrocodone/APAP', ['hydrocodone/APAP → generic hydrocodone-acetaminophen']],
    ['hydrocodone-acetaminophen', ['hydrocodone-acetaminophen → generic hydrocodone-acetaminophen']],
    ['Hydrocodone / Acetaminophen', ['Hydrocodone / Acetaminophen → generic hydrocodone-acetaminophen']],
    ['OxyContin', ['OxyContin → brand oxycodone-extended-release']],
    ['Tylenol #3 and Tylenol #30', ['Tylenol #3 → brand codeine-acetaminophen', 'Tylenol → brand acetaminophen']],
    ['lidocaine 5% patch', ['lidocaine 5% patch → generic lidocaine-patch']],
    // the longest name wins
    ['Voltaren gel', ['Voltaren gel → brand diclofenac-gel']],
    ['Ultram ER', ['Ultram ER → brand tramadol-extended-release']],
    [
      'a cervical epidural steroid injection',
      ['cervical epidural steroid injection → treatment cervical-epidural-steroid-injection'],
    ],
    // one word, several products
    ['Morphine', ['Morphine → drug morphine-sulfate-immediate-release, morphine-sulfate-extended-release']],
    // plurals, possessives, case
    ['MRIs of the knees', ['MRIs of the knees → treatment mri-knee']],
    ['her ADLs', ['ADLs → abbreviation adl']],
    ['opioids and NSAIDs', ['opioids → drug-class opioid', 'NSAIDs → drug-class nsaid']],
    ["the knee's range", ['knee → body-part knee']],
    // a list is no name
    [
      'Soma, Norco; and Motrin.',
      ['Soma → brand carisoprodol', 'Norco → brand hydrocodone-acetaminophen', 'Motrin → brand ibuprofen'],
    ],
    ['lidocaine, menthol', ['lidocaine → drug lidocaine-patch, lidocaine-ointment-or-gel']],
    // guidelines
    ['per the CA MTUS', ['CA MTUS → guideline mtus']],
    ['Low Back Complaints 2004', ['Low Back Complaints 2004 → guideline acoem-2004-low-back']],
    [
      'Forearm, Wrist and Hand Complaints 2004',
      ['Forearm, Wrist and Hand Complaints 2004 → guideline acoem-2004-forearm'],
    ],
    ['Chronic Pain Medical Treatment 2016', ['Chronic Pain Medical Treatment 2016 → guideline chronic-pain-2016']],
    // and what is none
    ['complains of low back complaints', ['low back → body-part low-back']],
    ['no functional improvement', []],
    ['the strength of evidence hierarchy', []],
    ['a med refill, cures nothing, or urged', []],
    ['MED of 120', ['MED → abbreviation med']],
    ['well versed in this', []],
    ['Versed 2 mg', ['Versed → brand midazolam']],
    ['Norcot, Somatic, prelumbar', []],
    // names behind non- are not meant
    ['Non-MTUS Citation', []],
    ['Non- MTUS Citation', []],
    ['non-opioid drugs', []],
    ['nonopioid analgesic', ['nonopioid analgesic → drug-class non-opioid-analgesic']],
    ['canon MTUS', ['MTUS → guideline mtus']],
    // everyday words are unsure
    ['returned to PT', ['PT → treatment? physical-therapy']],
    ['pt is better', []],
    ['RFA dated May 2', ['RFA → treatment? radiofrequency-ablation']],
    ['walks with a cane', ['cane → treatment? walking-aid-knee-scooter-wheelchair']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('keeps what else a name stands for', () => {
    const [match] = library.matchNames('Botox');
    expect(match?.refs).toEqual([
      { kind: 'brand', id: 'onabotulinumtoxina' },
      { kind: 'treatment', id: 'botulinum-toxin-injection' },
    ]);
  });
});

describe('any text', () => {
  const words = [
    'Norco',
    'hydrocodone',
    '/',
    '-',
    'APAP',
    'MRI',
    'MRIs',
    'of the',
    'right',
    'knee',
    'non-',
    'Low Back',
    ' ',
    '#3',
    'Tylenol',
    '5%',
    'İ',
    '😀',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(' ')),
    fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 20 }).map((parts) => parts.join('')),
  );

  it('gives matches inside it, sorted, not overlapping, each of a known entry', () => {
    fc.assert(
      fc.property(text, (input) => {
        let end = 0;
        for (const match of library.matchNames(input)) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.end).toBeGreaterThan(match.start);
          expect(match.end).toBeLessThanOrEqual(input.length);
          expect(match.ids.length).toBeGreaterThan(0);
          for (const id of match.ids) expect(match.refs.some((ref) => ref.id === id)).toBe(true);
          end = match.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same matches wherever it stands', () => {
    fc.assert(
      fc.property(text, (input) => {
        const alone = library.matchNames(`. ${input}`).map((m) => [m.start + 6, m.end + 6, m.name]);
        const later = library.matchNames(`12345 . ${input}`).map((m) => [m.start, m.end, m.name]);
        expect(later).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a long text', () => {
  it.each(['a', 'a ', 'MRI of the ', 'low back ', "s's", '-', 'Norco10', 'non-'])(
    'of 100 KB of %j takes linear time',
    (unit) => {
      const time = cpuTime(() => library.matchNames(unit.repeat(100_000 / unit.length)));
      expect(time).toBeLessThan(500);
    },
  );
});

describe('every name', () => {
  it('of a drug is found as that drug, alone and in a sentence', () => {
    const lost: string[] = [];
    for (const drug of library.drugs) {
      for (const name of [drug.generic, ...(drug.brands ?? []), ...(drug.names ?? [])]) {
        const sentence = `He takes ${name} twice a day.`;
        const match = library.matchNames(sentence).find((m) => m.start === 9 && m.end === 9 + name.length);
        if (!match?.ids.includes(drug.id)) lost.push(`${drug.id}: ${name}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('of a treatment is found as that treatment', () => {
    const lost: string[] = [];
    for (const treatment of library.treatments) {
      for (const name of [treatment.name, ...(treatment.names ?? []), ...(treatment.weakNames ?? [])]) {
        const match = library.matchNames(name).find((m) => m.start === 0 && m.end === name.length);
        if (!match?.refs.some((ref) => ref.id === treatment.id)) lost.push(`${treatment.id}: ${name}`);
      }
    }
    expect(lost).toEqual([]);
  });
});
