// Safe fixes run unasked. Of every one, over the examples of the rules, our letters and the published ones, it is proved from the text
// alone that it is of the kind it states; what must never be safe is written down case by case.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  applyEdits,
  askAbout,
  composeExample,
  createTextMemory,
  type Fix,
  fixAllSafe,
  isSafe,
  lintLetter,
  type Problem,
  quickFixesOf,
  readLetter,
  rules,
  type SafeKind,
  safeKinds,
  type TextEdit,
} from '../../server/src/core/index';
import { foundIn } from '../checked';
import { readCorpus } from '../corpus/corpus';
import { language } from '../language';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { createRandom } from '../mutation/defect';
import { defects } from '../mutation/plant';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';
import { takeMarkers } from './markers';

function check(text: string): readonly Problem[] {
  return foundIn(text).problems;
}

/** Labels, headings and credential rows of all forms, as printed. */
const labels = new Set(
  [...builtinForms.forms, builtinForms.fallback].flatMap(({ fields, sections, credentials }) => [
    ...fields.flatMap((field) => field.labels.map((label) => `${label}:`)),
    ...sections.flatMap(({ headings }) => headings),
    ...credentials.map(({ label }) => label),
  ]),
);

const numbersIn = (text: string): string[] => text.match(/\d+/g) ?? [];
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
const isDrug = (word: string): boolean => builtinLibrary.findDrugs(word).length > 0;

/** Letters to be added or taken away, order aside. */
function lettersApart(a: string, b: string): number {
  const rest = [...b];
  const lost = [...a].filter((letter) => {
    const at = rest.indexOf(letter);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return Math.max(lost.length, rest.length);
}

/** Bytes 0x80 to 0x9F in Windows-1252; Node 20 decodes it as ISO 8859-1. What the code page leaves free stays a control character. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const fromBytes = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => upper[byte - 0x80] ?? String.fromCharCode(byte)).join('');
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&nbsp;': ' ', '&sect;': '§', '&deg;': '°' };

/** Every way in which the right text could have been damaged to this. */
function damaged(right: string): string[] {
  const twice: string[] = [];
  for (let text = right, round = 0; round < 4; round++) {
    text = fromBytes(new TextEncoder().encode(text));
    twice.push(text);
  }
  const at = right.length === 1 ? upper.indexOf(right) : -1;
  const byte = at < 0 ? [] : [0x80 + at];
  const named = Object.keys(entities).filter((entity) => entities[entity] === right);
  const numbered = [right.codePointAt(0) ?? 0, ...byte].map((code) => `&#${code};`);
  return [...twice, ...byte.map((code) => String.fromCharCode(code)), ...named, ...numbered];
}

/** What an edit of each kind may do to a text; true where this one does no more. */
const proofs: Readonly<Record<SafeKind, (text: string, edit: TextEdit) => boolean>> = {
  'white-space': (text, { span, newText }) =>
    text.slice(span.start, span.end).replace(/\s/g, '') === newText.replace(/\s/g, '') &&
    newText.trim() === newText.replace(/^\s+|\s+$/g, ''),
  'invisible-character': (text, { span, newText }) =>
    newText === '' && /^[\u00ad\u200b\u2060\ufeff]+$/.test(text.slice(span.start, span.end)),
  mojibake: (text, { span, newText }) => damaged(newText).includes(text.slice(span.start, span.end)),
  label(text, { span, newText }) {
    const printed = text.slice(span.start, span.end);
    return labels.has(newText) && !/\d/.test(printed) && lettersApart(lettersOf(printed), lettersOf(newText)) <= 4;
  },
  'doubled-word'(text, { span, newText }) {
    const word = text.slice(span.start, span.end).trim();
    const before = text.slice(0, span.start).trimEnd();
    const isWhole = !/[\w'’.-]/.test(before.at(-1 - word.length) ?? ' ');
    const isListed = builtinLibrary.double(word) !== undefined;
    return (
      newText === '' && /^[A-Za-z'’-]+$/.test(word) && before.endsWith(word) && isWhole && !isListed && !isDrug(word)
    );
  },
  misspelling(text, { span, newText }) {
    const [old, right] = [text.slice(span.start, span.end).split(/\s+/), newText.split(' ')];
    const isSpelling = (word: string, i: number): boolean =>
      word === right[i] || (/^[A-Za-z]{4,}$/.test(word) && lettersApart(word, right[i] ?? '') <= 2 && !isDrug(word));
    return old.length === right.length && old.every(isSpelling) && right.every((word) => !isDrug(word));
  },
};

/** Throws unless each edit is what its kind says and no number changes. */
function prove(text: string, { kind, title, edits }: Fix, name: string): void {
  if (kind === 'review') return;
  for (const edit of edits) {
    const shown = `${name}: ${kind} "${title}" ${JSON.stringify([text.slice(edit.span.start - 20, edit.span.end + 20), edit.newText])}`;
    expect(proofs[kind](text, edit), shown).toBe(true);
    expect('snippet' in edit, shown).toBe(false);
  }
  if (kind !== 'mojibake') expect(numbersIn(applyEdits(text, edits)), `${name}: ${title}`).toEqual(numbersIn(text));
}

const examples = rules
  .filter(({ scope }) => scope !== 'tool')
  .flatMap((rule) =>
    [...rule.examples.bad, ...rule.examples.good].map((example, i) => ({
      name: `${rule.code} example ${i}`,
      text: takeMarkers(composeExample(example)).text,
    })),
  );
const letters = [...sampleLetters(), ...fictionalLetters(), ...readCorpus(), ...readSharedLetters(root)];

describe('every safe fix is of the kind it states', () => {
  it('in the examples of all rules, which show each kind', () => {
    const shown = new Set<string>();
    for (const { name, text } of examples) {
      for (const fix of check(text).flatMap(({ fixes = [] }) => fixes)) {
        prove(text, fix, name);
        shown.add(fix.kind);
      }
    }
    expect([...shown].sort()).toEqual([...safeKinds, 'review'].sort());
  });

  it('in whole letters, ours and published ones', () => {
    for (const { name, text } of letters)
      for (const fix of check(text).flatMap(({ fixes = [] }) => fixes)) prove(text, fix, name);
  }, 120_000);

  it('in letters with a defect planted', () => {
    for (const [turn, { name, text }] of letters.entries()) {
      const letter = readLetter(text, builtinForms);
      // What the defect leaves as it was is not searched again.
      const memory = createTextMemory();
      for (const defect of defects.filter((_, i) => i % 24 === turn % 24)) {
        const planted = defect.plant(letter, createRandom(`${name} ${defect.kind}`))?.text ?? text;
        const ask = askAbout(readLetter(planted, builtinForms), builtinLibrary, memory);
        const { problems } = lintLetter(ask, rules, undefined, language);
        for (const fix of problems.flatMap(({ fixes = [] }) => fixes)) prove(planted, fix, `${name} ${defect.kind}`);
      }
    }
  }, 240_000);
});

describe('the metadata of a rule', () => {
  it.each(rules.filter(({ scope }) => scope !== 'tool').map((rule) => [rule.code, rule] as const))(
    '%s says whether it has safe fixes',
    (code, { examples: { bad }, fix }) => {
      const fixes = bad.flatMap((example) =>
        check(takeMarkers(composeExample(example)).text)
          .filter((problem) => problem.code === code)
          .flatMap((problem) => problem.fixes ?? []),
      );
      const strongest = fixes.some(isSafe) ? 'safe' : 'review';
      expect(fixes.length === 0 ? null : strongest).toBe(fix);
    },
  );
});

const clean = composeExample({});
const clean2014 = composeExample({ form: '2014' });
const put = (old: string, text: string, letter = clean): string => {
  expect(letter, 'the letter does not hold what is to be replaced').toContain(old);
  return letter.replace(old, text);
};

describe('nothing is done unasked', () => {
  it.each([
    ['a stray mark in a citation', 'IMR205', put('Opioids Page(s):', '< Opioids Page(s):', clean2014)],
    ['a doubled mark', 'IMR507', put('low back\npain and', 'low back\npain,, and')],
    ['a lost stop', 'IMR206', put('Pain Medical Treatment 2016.', 'Pain Medical Treatment 2016')],
    ['a page in another style', 'IMR217', put('Opioids Page(s):\n78-80', 'Opioids p 78', clean2014)],
    ['a lost heading', 'IMR101', clean.replace(/^CLINICAL CASE SUMMARY\n/m, '')],
    ['a lost standard sentence', 'IMR112', clean.replace(/The Final Determination was based[^:]*:\n/, '')],
    ['a field that stands twice', 'IMR107', put('Decision rationale:', 'Decision rationale: Decision rationale:')],
    ['a label in other words', 'IMR108', put('Decision rationale:', 'Rationale:')],
    ['a verb behind "not"', 'IMR506', put('the records show no', 'the record does not shows any')],
    ['a lost word', 'IMR506', put('the records show no', 'due the lack of records there is no')],
    ['a plural that may be a possessive', 'IMR506', put('She has low back', 'The injured workers neck and low back')],
    ['a misspelling in a name', 'IMR506', put('She has low back', 'She saw Dr. Shouder and has low back')],
    ['a doubled denial', 'IMR502', put('no drug screen', 'no no drug screen')],
    ['a doubled drug', 'IMR502', put('has taken Norco', 'has taken Norco Norco')],
    ['a doubled level', 'IMR502', put('She has low back', 'She has L4 L4 low back')],
    ['a word that may double', 'IMR502', put('a month.', 'a month, which was cut down in in May.')],
    ['two words', 'IMR502', put('low back\npain', 'low back low back\npain')],
    ['a doubled word in other case', 'IMR502', put('She has low back', 'The the low back')],
    ['a doubled word of a title', 'IMR502', put('for\nChronic Pain and', 'for\nChronic chronic Pain and')],
    [
      'a doubled word of an item',
      'IMR502',
      put('Norco 10/325mg #60: Upheld', 'Norco tablets tablets 10/325mg #60: Upheld'),
    ],
    ['a soft hyphen at a number', 'IMR501', put('She has low back', 'She has L4\u00ad5 low back')],
    ['a control character', 'IMR501', put('She has low back', 'She has \u0003 5 low back')],
    ['a lost character', 'IMR501', put('She has low back', 'She has 40\ufffd of low back')],
    ['a character of a symbol font', 'IMR501', put('She has low back', '\uf0b7 She has low back')],
    ['an entity that stands for nothing', 'IMR501', put('She has low back', 'She has&#13; low back')],
  ])('to %s', (_, code, text) => {
    const problems = check(text).filter((problem) => problem.code === code);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.flatMap(({ fixes = [] }) => fixes).filter(isSafe)).toEqual([]);
    const all = fixAllSafe(problems);
    expect(all).toBeUndefined();
    expect(quickFixesOf(problems).some((fix) => fix.isPreferred)).toBe(false);
  });
});

describe('a safe fix mends', () => {
  it.each([
    ['a lost space', 'a month.Utilization', 'a month. Utilization'],
    ['a space too many', 'low back\npain .', 'low back\npain.'],
    ['an invisible character', 'She ha\u200bs', 'She has'],
    ['mojibake', 'the workerâ€™s', 'the worker’s'],
    ['a byte written as an entity', 'the worker&#146;s', 'the worker’s'],
    ['a doubled word', 'She has has', 'She has'],
    ['a misspelling', 'It was recieved', 'It was received'],
  ])('%s', (_, wrong, right) => {
    const text = put('She has low back', `${wrong} low back`);
    expect(applyEdits(text, fixAllSafe(check(text))?.edits ?? [])).toBe(put('She has low back', `${right} low back`));
  });

  it('a label and a heading', () => {
    const text = put('Decision rationale:', 'Decision rational:').replace('CLINICAL CASE', 'CLINCAL CASE');
    expect(applyEdits(text, fixAllSafe(check(text))?.edits ?? [])).toBe(clean);
  });
});
