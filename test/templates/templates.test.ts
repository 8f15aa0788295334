import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  applyEdits,
  composeRationale,
  conclusionOf,
  findOpenTexts,
  ledgerOf,
  lintLetter,
  rules,
  subjectOf,
  templateSentence,
  toPlainText,
} from '../../server/src/core/index';
import { answered } from '../answers';
import { analyze, items, letterOf } from './items';

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
    expect(written(conclusionOf, whole)?.necessary).toBe(outcome === 'Overturned');
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

describe.each(Object.entries(items))('the rationale of class %s, before anybody answers', (id, item) => {
  it.each(['Upheld', 'Overturned', ''] as const)('%s: says every element of the class, all of them open', (outcome) => {
    const empty = analyze(letterOf(item, outcome, ''));
    const [block] = empty.letter.blocks;
    if (!block) throw new Error('no block');
    const text = toPlainText(composeRationale(empty, block, outcome || null));
    const applicable = empty(ledgerOf, block).elements.filter(
      ({ state, level, isCommon }) => !isCommon && state !== 'not-applicable' && level !== 'optional',
    );
    for (const { id: element } of applicable) {
      const own = templateSentence(empty, block, element, outcome || null);
      expect(text, `${id} ${element}`).toContain(toPlainText(own ?? []));
    }
    const written = analyze(letterOf(item, outcome, text));
    const [whole] = written.letter.blocks;
    if (!whole) throw new Error('no block');
    const elements = written(ledgerOf, whole).elements.filter(({ state }) => state !== 'not-applicable');
    // The opening speaks of the guideline; the item with its quantity, and the decision, are what the person entered.
    const settled = new Set([
      'item-named',
      'criterion',
      'quantity',
      'guideline-consistency',
      ...(outcome === '' ? [] : ['conclusion']),
    ]);
    const stated = elements.filter(
      ({ state, isCommon, id: element }) => state === 'stated' && isCommon && !settled.has(element),
    );
    expect(stated.map((element) => element.id)).toEqual([]);
    const { problems } = lintLetter(written, rules);
    const open = problems.filter(({ code }) => code === 'IMR509');
    expect(open.length).toBe(findOpenTexts(text).length);
    const others = problems.filter(
      ({ code, severity }) => code !== 'IMR509' && (severity === 'error' || severity === 'warning'),
    );
    expect(others.map(({ code, message }) => `${code} ${message}`)).toEqual(
      outcome === '' ? [expect.stringMatching(/^IMR103/)] : [],
    );
  });
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
