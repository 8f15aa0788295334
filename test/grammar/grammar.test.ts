import { describe, expect, it } from 'vitest';
import forms from '../../server/src/builtin/generated/forms.json';
import { cpuTime } from '../cpu-time';
import { loadTokenizer, type Piece } from './tokenize';

const tokenize = await loadTokenizer();

/** The texts that bear a scope starting so, joined as they were cut. */
function textsOf(pieces: readonly Piece[], scope: string): readonly string[] {
  return pieces.filter(({ scopes }) => scopes.some((each) => each.startsWith(scope))).map(({ text }) => text);
}

describe('every letter form', () => {
  const headings = new Set(forms.flatMap((form) => (form.sections ?? []).flatMap((section) => section.headings)));
  const labels = new Set(forms.flatMap((form) => (form.fields ?? []).flatMap((field) => field.labels)));
  const keys = new Set(forms.flatMap((form) => (form.headerRows ?? []).map(({ label }) => label)));

  it.each([...headings])('has its heading colored: %s', (heading) => {
    expect(textsOf(tokenize(`   ${heading} `), 'entity.name.section')).toEqual([heading]);
    expect(textsOf(tokenize(`${heading}: Text`), 'entity.name.section')).toEqual([heading]);
    expect(tokenize(`The part ${heading} is missing.`)).toEqual([]);
  });

  it.each([...labels])('has its label colored: %s', (label) => {
    expect(textsOf(tokenize(`${label}: The reports`), 'entity.name.tag.label')).toEqual([label]);
    expect(textsOf(tokenize(`of Soma. ${label}: The reports`), 'entity.name.tag.label')).toEqual([label]);
    expect(tokenize(`The ${label.toLowerCase()} tells more`)).toEqual([]);
  });

  it.each([...keys])('has its case header colored: %s', (key) => {
    expect(textsOf(tokenize(`${key}:   01/18/2017`), 'entity.name.tag.label.case-header')).toEqual([key]);
    expect(textsOf(tokenize(`${key}:   01/18/2017`), 'constant.numeric.date')).toEqual(['01/18/2017']);
  });
});

describe('the case header', () => {
  it('has two columns, and one label split round its value', () => {
    const pieces = tokenize(
      'Case Number:     CM15-0900417\nPriority:        Standard      Application     10/19/2015\n                               Received:',
    );
    expect(textsOf(pieces, 'entity.name.tag.label')).toEqual(['Case Number', 'Priority', 'Application', 'Received']);
    expect(textsOf(pieces, 'constant')).toEqual(['CM15-0900417', '10/19/2015']);
    expect(textsOf(pieces, 'string')).toEqual(['Standard']);
  });
});

describe('the heading of a block', () => {
  it.each([
    ['Cyclobenzaprine 7.5 mg #60: Upheld', 'Cyclobenzaprine 7.5 mg #60', 'Upheld'],
    ['  Walker with wheels (purchase):  Overturned  ', 'Walker with wheels (purchase)', 'Overturned'],
    ['Therapy: 2 times a week for 4 weeks: upheld', 'Therapy: 2 times a week for 4 weeks', 'upheld'],
    ['portion of the original request, Norco 5/325mg #30 is: OVERTURNED', 'Norco 5/325mg #30 is', 'OVERTURNED'],
  ])('%s', (line, item, outcome) => {
    const pieces = tokenize(line);
    expect(textsOf(pieces, 'entity.name.function.item').join(' ')).toContain(item);
    expect(textsOf(pieces, 'markup.bold.outcome')).toEqual([outcome]);
  });

  it('tells the two outcomes apart', () => {
    expect(textsOf(tokenize('Soma: Upheld\nWalker: Overturned'), 'constant.language.outcome')).toEqual(['Upheld']);
    expect(textsOf(tokenize('Soma: Upheld\nWalker: Overturned'), 'keyword.control.outcome')).toEqual(['Overturned']);
  });

  it('leaves a long item and its outcome on two lines', () => {
    const pieces = tokenize('Acupuncture of the neck two times a week for three weeks:\n\n Upheld \n');
    expect(textsOf(pieces, 'markup.bold.outcome')).toEqual(['Upheld']);
  });

  it('is no sentence that ends like one', () => {
    expect(tokenize('The prior decision was upheld.')).toEqual([]);
    expect(tokenize('Two things were Upheld')).toEqual([]);
  });

  it('shows what was requested, authorized and remains', () => {
    const pieces = tokenize(
      'Norco #60 was the original request. Norco #30 was authorized by the Claims\nAdministrator. The remaining IMR eligible portion of the original request, Norco #30 is: Upheld',
    );
    expect(textsOf(pieces, 'keyword.other.request')).toEqual([
      'was the original request',
      'The remaining IMR eligible portion of the original request',
    ]);
  });
});

describe('a guideline sentence', () => {
  it('is colored over doubled line breaks, to its stop', () => {
    const pieces = tokenize(
      'MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Muscle \n\nrelaxants (for pain) Page(s): 63-64, 124. \n\n \n\nThe worker fell.',
    );
    expect(textsOf(pieces, 'entity.name.type.guideline')).toEqual([
      'MTUS',
      'Chronic Pain Treatment Guidelines Muscle',
      'relaxants (for pain)',
      'Page(s)',
      ':',
      '63-64',
      ',',
      '124',
    ]);
    expect(textsOf(pieces, 'constant.numeric.page')).toEqual(['63-64', '124']);
    expect(pieces.at(-1)?.text).toBe('.');
  });

  it('may follow another, and break in its name', () => {
    const pieces = tokenize(
      'Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special Studies. Decision based on Non-\n\nMTUS Citation Official Disability Guidelines (ODG), Neck chapter, MRI.\nThe end',
    );
    expect(textsOf(pieces, 'comment.block.standing')).toEqual([
      'Decision based on',
      'MTUS',
      'Decision based on',
      'Non-',
      'MTUS Citation',
    ]);
    expect(textsOf(pieces, 'constant.numeric.year')).toEqual(['2004']);
    expect(pieces.map(({ text }) => text)).not.toContain('The end');
  });

  it.each([
    'The Claims Administrator did not base their decision on the MTUS.',
    'The Expert Reviewer did not\n\nbase their decision on the MTUS.',
    'The Expert Reviewer based their decision on recommendation(s) outside of the\nMTUS Guidelines.',
    'The Claims Administrator did not cite any medical evidence for its decision.',
  ])('may be standard text: %s', (sentence) => {
    const colored = textsOf(tokenize(`${sentence}\nThe worker fell.`), 'meta.citation');
    expect(colored.join(' ').replace(' .', '.')).toBe(sentence.replace(/\s+/g, ' '));
  });

  it('ends with the next label where its stop was lost', () => {
    for (const gap of ['\n\n', ' ']) {
      const pieces = tokenize(`Decision based on MTUS Opioids${gap}Decision rationale: The worker fell\nand rose.`);
      expect(textsOf(pieces, 'entity.name.tag.label')).toEqual(['Decision rationale']);
      expect(pieces.at(-1)?.text).toBe(':');
    }
  });
});

describe('credentials', () => {
  it('of 2015 stand on lines of their own', () => {
    const pieces = tokenize(
      'The Expert Reviewer has the following credentials:\nState(s) of Licensure: California\nCertification(s)/Specialty: Family Practice\n',
    );
    expect(textsOf(pieces, 'entity.name.tag.label.credentials')).toHaveLength(3);
    expect(textsOf(pieces, 'string.unquoted.credentials')).toEqual(['California', 'Family Practice']);
  });

  it('of 2014 stand in the text, over its line breaks', () => {
    const pieces = tokenize(
      'reviewer is Board Certified in Internal \n\nMedicine, has a subspecialty in Cardiology, and is licensed to \n\npractice in California. He/she has been',
    );
    expect(textsOf(pieces, 'entity.name.tag.label.credentials')).toEqual([
      'is Board Certified in',
      'has a subspecialty in',
      'and is licensed to',
      'practice in',
    ]);
    expect(pieces.map(({ text }) => text).join(' ')).not.toContain('He/she');
  });
});

it('stays fast on lines made to hurt it', { timeout: 60_000 }, () => {
  const units = [
    ' ',
    ': ',
    'a: Upheld ',
    'Decision based on ',
    'The Expert Reviewer ',
    'Case Number:  ',
    'Application  ',
    '. ',
  ];
  for (const unit of units) {
    const line = unit.repeat(100_000 / unit.length);
    expect(
      cpuTime(() => tokenize(`${line}\n${line}x`)),
      JSON.stringify(unit),
    ).toBeLessThan(3000);
  }
});
