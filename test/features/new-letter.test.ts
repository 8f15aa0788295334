import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  askAbout,
  composeNewLetter,
  conclusionOf,
  lintLetter,
  type NewItem,
  readLetter,
  rules,
  type SnippetPart,
  toPlainText,
  toSnippet,
} from '../../server/src/core/index';
import { answered } from '../answers';

const items: readonly NewItem[] = [
  { item: 'Norco 10/325mg #60', outcome: 'Upheld' },
  { item: 'MRI of the lumbar spine', outcome: 'Overturned' },
  { item: 'Acupuncture 6 sessions', outcome: 'Upheld' },
];

function letter(id: string, reviewDate = ''): readonly SnippetPart[] {
  const form = builtinForms.forms.find((candidate) => candidate.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return composeNewLetter({ form, specialty: 'Physical Medicine', reviewDate, items }, builtinForms, builtinLibrary);
}

const facts: Readonly<Record<string, string>> = {
  'case number': 'CM17-0999999',
  'date assigned': '01/18/2017',
  'date of injury': '11/18/2016',
  'decision date': '02/10/2017',
  'UR denial date': '12/07/2016',
  'application received': '01/16/2017',
  age: '44',
  date: '12/01/2016',
  state: 'California',
  pages: '303',
  guideline: 'Low Back Complaints 2004',
};

function filledIn(parts: readonly SnippetPart[]): string {
  return answered(parts, (place) => facts[place] ?? place);
}

describe.each(['2014', '2015'])('a new letter of form %s', (id) => {
  it('reads as its form, with its items decided', () => {
    const read = readLetter(toPlainText(letter(id)), builtinForms);
    expect(read.form.id).toBe(id);
    expect(
      read.blocks.map((block) => ({ item: block.heading.item.text, outcome: block.heading.outcome.value })),
    ).toEqual(items);
    const ask = askAbout(read, builtinLibrary);
    expect(
      read.blocks.every(
        (block) => ask(conclusionOf, block)?.necessary === (block.heading.outcome.value === 'Overturned'),
      ),
    ).toBe(true);
  });

  it('tells the date of utilization review wherever it stands, and cites what was in force on it', () => {
    const dated = (date: string) => toPlainText(letter(id, date)).replace(/\s+/g, ' ');
    expect(dated('12/07/2016')).toContain('Utilization review on 12/07/2016');
    expect(dated('12/07/2016')).not.toContain('[UR denial date]');
    expect(dated('06/12/2023')).not.toBe(dated('12/07/2016').replaceAll('12/07/2016', '06/12/2023'));
  });

  it('has no error as it stands, and no problem but the wording of the facts once they are filled in', () => {
    const check = (text: string) =>
      lintLetter(askAbout(readLetter(text, builtinForms), builtinLibrary), rules).problems;
    const open = check(toPlainText(letter(id))).filter(({ severity }) => severity === 'error');
    expect(open.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    const filled = check(filledIn(letter(id))).filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(filled.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });
});

it('fills a date in once where header and summary both tell it', () => {
  const snippet = toSnippet(letter('2015'));
  const stop = /\$\{(\d+):\[date of injury\]\}/.exec(snippet)?.[1];
  expect(snippet.split(`\${${stop}:[date of injury]}`).length - 1).toBe(2);
});
