import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  applyEdits,
  askAbout,
  composeExample,
  composeRationale,
  ledgerOf,
  lintLetter,
  readLetter,
  rules,
  subjectOf,
  toPlainText,
} from '../../server/src/core/index';
import { answered } from '../answers';

/** An item of each class, as a heading names it. */
const items: Readonly<Record<string, string>> = {
  opioids: 'Norco 10/325mg #60',
  'muscle-relaxants': 'Cyclobenzaprine 7.5mg #60',
  nsaids: 'Naproxen 550mg #60',
  benzodiazepines: 'Diazepam 5mg #30',
  'sedative-hypnotics': 'Ambien 10mg #30',
  antidepressants: 'Cymbalta 60mg #30',
  aeds: 'Gabapentin 300mg #90',
  topicals: 'Flurbiprofen 20% cream 180g',
  ppis: 'Omeprazole 20mg #60',
  'lidocaine-patch': 'Lidoderm patch 5% #30',
  esi: 'Lumbar epidural steroid injection at L5-S1',
  pt: 'Physical therapy 12 sessions for the low back',
  acupuncture: 'Acupuncture 6 sessions for the low back',
  chiropractic: 'Chiropractic treatment 6 visits for the low back',
  imaging: 'MRI of the lumbar spine',
  uds: 'Urine drug screen',
  surgery: 'Left shoulder arthroscopy',
  dme: 'TENS unit, 30 day rental',
  'home-health': 'Home health aide 4 hours a day for 2 weeks',
  psych: 'Cognitive behavioral therapy 6 sessions',
  frp: 'Functional restoration program, 10 days',
};

function letterOf(item: string, outcome: string, rationale: string): string {
  const summary = `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has pain of the low back and the left
shoulder and is treated with ${item}. Utilization review on 12/07/2016 denied ${item}.`;
  const blocks = `${item}: ${outcome}

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Office visits.

Decision rationale: ${rationale}`;
  return composeExample({ summary, blocks });
}

function analyze(text: string) {
  return askAbout(readLetter(text, builtinForms), builtinLibrary);
}

it('has an item of every class', () => {
  expect(Object.keys(items).sort()).toEqual(builtinLibrary.classes.map(({ id }) => id).sort());
});

describe.each(Object.entries(items))('the rationale of class %s', (id, item) => {
  it.each(['Upheld', 'Overturned'] as const)('%s: is complete and without problems once filled in', (outcome) => {
    const empty = analyze(letterOf(item, outcome, ''));
    const [block] = empty.letter.blocks;
    if (!block) throw new Error('no block');
    expect(empty(subjectOf, block).class?.id).toBe(id);
    const written = analyze(letterOf(item, outcome, answered(composeRationale(empty, block, outcome))));
    const [whole] = written.letter.blocks;
    if (!whole) throw new Error('no block');
    const missing = written(ledgerOf, whole).elements.filter(
      ({ state, level }) => state === 'missing' && level !== 'optional',
    );
    expect(missing.map((element) => element.id)).toEqual([]);
    expect(whole.conclusion?.necessary).toBe(outcome === 'Overturned');
    const { problems, failures } = lintLetter(written, rules);
    expect(failures).toEqual([]);
    expect(
      problems
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ code, message }) => `${code} ${message}`),
    ).toEqual([]);
    expect(composeRationale(written, whole, outcome), 'nothing is left to add').toEqual([]);
  });
});

it('adds only what is missing to a rationale begun', () => {
  const ask = analyze(letterOf('Norco 10/325mg #60', 'Upheld', 'No urine drug screen is on record.'));
  const [block] = ask.letter.blocks;
  const text = block ? toPlainText(composeRationale(ask, block, 'Upheld')) : '';
  expect(text).not.toMatch(/urine/);
  expect(text).toMatch(/not medically necessary\.$/);
});

it('fills no place twice: applying a composed rationale leaves the rest of the letter as it was', () => {
  const text = letterOf('Naproxen 550mg #60', 'Upheld', '');
  const ask = analyze(text);
  const [block] = ask.letter.blocks;
  if (!block) throw new Error('no block');
  const at = block.fields.rationale.label.end;
  const result = applyEdits(text, [
    { span: { start: at, end: at }, newText: ` ${toPlainText(composeRationale(ask, block, 'Upheld'))}` },
  ]);
  expect(result.startsWith(text.slice(0, at))).toBe(true);
});

describe('the title of a sentence', () => {
  it('names each element of a class and no other of it', () => {
    for (const { id, elements } of builtinLibrary.classes) {
      const titles = [...elements, ...builtinLibrary.commonElements].map(
        (element) => builtinLibrary.template(element.id)?.title,
      );
      expect(titles, id).not.toContain(undefined);
      expect(new Set(titles).size, id).toBe(titles.length);
    }
  });
});
