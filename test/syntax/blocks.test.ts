import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../server/src/core/syntax/blocks';
import { scanLines } from '../../server/src/core/syntax/lines';
import type { NodeDraft } from '../../server/src/core/syntax/tree';
import { formOf, wholeOf, words } from './form';

const parse = (text: string, within = wholeOf(text)) => parseBlocks(text, within, scanLines(text), formOf('2015'));
const short = { claimsAdministratorGuideline: 'CA', reviewerGuideline: 'R', rationale: 'D' } as const;

/** A block in one line: `item|outcome`, then each field with its prose; `-` for a field without a label, `''` for an empty one. */
function inWords(text: string, { children = [] }: NodeDraft): string {
  return children.map((child) => (child.kind === 'heading' ? heading(text, child) : field(text, child))).join(' / ');
}

function heading(text: string, { children = [] }: NodeDraft): string {
  const [item, , outcome] = children;
  return item && outcome ? `${words(text, item)}|${words(text, outcome)}` : 'no parts';
}

function field(text: string, { role, children = [] }: NodeDraft): string {
  const name = short[role as keyof typeof short];
  const prose = children.find(({ kind }) => kind === 'prose');
  return children.length === 0 ? `${name} -` : `${name} ${prose ? words(text, prose) : "''"}`;
}

const blocks = (text: string) => parse(text).map((block) => inWords(text, block));

const fields = `Claims Administrator guideline: A.

MAXIMUS guideline: B.

Decision rationale: C.`;

describe('a block', () => {
  it('has a heading and its fields in order, each without the white space around it', () => {
    expect(blocks(`Brace: Upheld\n\n${fields}\n\n`)).toEqual(['Brace|Upheld / CA A. / R B. / D C.']);
  });

  it('ends with its last word, and a field with its own', () => {
    const text = `Brace: Upheld\n\n${fields}  \n\n`;
    const [block] = parse(text);
    expect(block).toMatchObject({ kind: 'block', start: 0, end: text.trimEnd().length });
    const reviewer = block?.children?.find(({ role }) => role === 'reviewerGuideline');
    expect(reviewer && words(text, reviewer)).toBe('MAXIMUS guideline: B.');
    expect(reviewer?.children?.map(({ kind, role }) => [kind, role])).toEqual([
      ['label', 'reviewerGuideline'],
      ['prose', undefined],
    ]);
  });

  it('tells the parts of its heading apart', () => {
    const text = `Brace: Upheld\n\n${fields}`;
    const parts = parse(text)[0]?.children?.[0]?.children ?? [];
    expect(parts.map((part) => [part.kind, words(text, part)])).toEqual([
      ['item', 'Brace'],
      ['colon', ':'],
      ['outcome', 'Upheld'],
    ]);
  });

  it('has an empty field where a label has no text', () => {
    const text =
      'Brace: Upheld\n\nClaims Administrator guideline: A.\n\nMAXIMUS guideline:   \n\nDecision rationale: C.';
    expect(blocks(text)).toEqual(["Brace|Upheld / CA A. / R '' / D C."]);
    const reviewer = parse(text)[0]?.children?.[2];
    expect(reviewer && words(text, reviewer)).toBe('MAXIMUS guideline:');
  });

  it('has a node of no length for each missing field, behind the part it should follow', () => {
    const text = 'Brace: Upheld\n\nMAXIMUS guideline: B.';
    expect(blocks(text)).toEqual(['Brace|Upheld / CA - / R B. / D -']);
    const [, first, , last] = parse(text)[0]?.children ?? [];
    expect(first).toMatchObject({ kind: 'field', start: 'Brace: Upheld'.length, end: 'Brace: Upheld'.length });
    expect(last).toMatchObject({ kind: 'field', start: text.length, end: text.length });
  });

  it('keeps fields that are out of order where they are, and puts a missing one behind the one before it', () => {
    const text = 'Brace: Upheld\n\nDecision rationale: C.\n\nClaims Administrator guideline: A.';
    expect(blocks(text)).toEqual(['Brace|Upheld / D C. / CA A. / R -']);
  });

  it('says which of its labels are misspelled', () => {
    const text = 'Brace: Upheld\n\nMAXIMUS guideline: B.\n\nDecision rational: C.';
    const labels = parse(text)[0]?.children?.flatMap(({ children = [] }) => children.filter((c) => c.kind === 'label'));
    expect(labels?.map(({ role, misspelled }) => [role, misspelled])).toEqual([
      ['reviewerGuideline', false],
      ['rationale', true],
    ]);
  });
});

describe('several blocks', () => {
  it('each begin at their heading and end before the next one', () => {
    const text = `Brace: Upheld\n\n${fields}\n\nCane: Overturned\n\n${fields}`;
    expect(blocks(text)).toEqual(['Brace|Upheld / CA A. / R B. / D C.', 'Cane|Overturned / CA A. / R B. / D C.']);
    const [first, second] = parse(text);
    expect(second?.start).toBe(text.indexOf('Cane'));
    expect(first && words(text, first).endsWith('C.')).toBe(true);
  });

  it('may have no labels at all', () => {
    expect(blocks('Brace: Upheld\n\nCane: Overturned')).toEqual([
      'Brace|Upheld / CA - / R - / D -',
      'Cane|Overturned / CA - / R - / D -',
    ]);
  });

  it('begin at a label that the block before has with its rationale, where a heading is lost', () => {
    expect(blocks(`Brace: Upheld\n\n${fields}\n\n${fields}`)).toEqual([
      'Brace|Upheld / CA A. / R B. / D C.',
      '| / CA A. / R B. / D C.',
    ]);
  });

  it('begin with a paragraph that decides nothing between the rationale and the next first label', () => {
    expect(blocks(`Brace: Upheld\n\n${fields}\n\nCane\n\n${fields}`)).toEqual([
      'Brace|Upheld / CA A. / R B. / D C.',
      'Cane| / CA A. / R B. / D C.',
    ]);
  });

  it('do not begin at a label that follows itself', () => {
    expect(blocks(`Brace: Upheld\n\n${fields}\n\nDecision rationale: E.`)).toEqual([
      'Brace|Upheld / CA A. / R B. / D C. / D E.',
    ]);
  });

  it('do not begin at a label twice in a block without its rationale', () => {
    const text =
      'Brace: Upheld\n\nClaims Administrator guideline: A.\n\nMAXIMUS guideline: B.\n\nClaims Administrator guideline: E.';
    expect(blocks(text)).toEqual(['Brace|Upheld / CA A. / R B. / CA E. / D -']);
  });

  it('may have a heading in the line of the label before', () => {
    expect(blocks(`Brace: Upheld\n\n${fields} He fell.\nCane: Overturned\n\n${fields}`)).toEqual([
      'Brace|Upheld / CA A. / R B. / D C. He fell.',
      'Cane|Overturned / CA A. / R B. / D C.',
    ]);
  });
});

describe('a text without a heading', () => {
  it('has a block at its first label, with an empty heading there', () => {
    const [block] = parse(fields);
    expect(blocks(fields)).toEqual(['| / CA A. / R B. / D C.']);
    expect(block?.children?.[0]).toMatchObject({ kind: 'heading', start: 0, end: 0 });
  });

  it('has no block where it has no label either', () => {
    expect(blocks('')).toEqual([]);
    expect(blocks('He fell and hurt his knee. He was treated with a brace.')).toEqual([]);
  });
});

it('blocks of a part of the text begin and end inside it', () => {
  const text = `Brace: Upheld\n\n${fields}\n\nCane: Overturned\n\n${fields}\n\nWalker: Upheld`;
  const within = { start: text.indexOf('Cane'), end: text.indexOf('Walker') };
  expect(parse(text, within).map((block) => inWords(text, block))).toEqual(['Cane|Overturned / CA A. / R B. / D C.']);
  expect(parse(text, within)[0]).toMatchObject({ start: within.start, end: text.indexOf('\n\nWalker') });
});
