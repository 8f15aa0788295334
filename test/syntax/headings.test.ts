import { describe, expect, it } from 'vitest';
import { findHeadings, type Region } from '../../server/src/core/syntax/headings';
import { scanLines } from '../../server/src/core/syntax/lines';
import { formOf, words } from './form';

const before: Partial<Region> = { headingExpected: true, undecidedExpected: true };
const behindLabel: Partial<Region> = { ...before, followsLabel: true };

function find(text: string, region: Partial<Region> = {}) {
  // A label cuts the line that it stands on short; the rest of it opens no paragraph.
  const lines = scanLines(text).map((line, i) =>
    i === 0 && region.followsLabel ? { ...line, opensParagraph: false } : line,
  );
  return findHeadings(text, {
    start: 0,
    end: text.length,
    lines,
    followsLabel: false,
    headingExpected: false,
    undecidedExpected: false,
    form: formOf('2014'),
    columnWidth: () => 100,
    ...region,
  });
}

/** `item|colon|outcome` of each heading. */
const headings = (text: string, region: Partial<Region> = {}) =>
  find(text, region).map(({ item, colon, outcome }) =>
    [item, colon, outcome].map((part) => words(text, part)).join('|'),
  );

describe('a heading', () => {
  it('spans item, colon and outcome', () => {
    expect(find('\n Knee brace: Upheld \n')).toEqual([
      {
        start: 2,
        end: 20,
        item: { start: 2, end: 12 },
        colon: { start: 12, end: 13 },
        outcome: { start: 14, end: 20 },
      },
    ]);
  });

  it.each([
    ['Knee brace: Upheld', 'Knee brace|:|Upheld'],
    ['Knee brace :Overturned', 'Knee brace|:|Overturned'],
    ['Knee brace: UPHELD.', 'Knee brace|:|UPHELD'],
    ['Knee brace: Upheld,', 'Knee brace|:|Upheld'],
    ['Knee brace: [Upheld | Overturned]', 'Knee brace|:|[Upheld | Overturned]'],
    ['Knee brace: Uphled', 'Knee brace|:|Uphled'],
    ['Knee brace: Denied', 'Knee brace|:|Denied'],
    ['Brace: left knee: Upheld', 'Brace: left knee|:|Upheld'],
    ['Knee brace,\nleft: Upheld', 'Knee brace,\nleft|:|Upheld'],
    ['Knee brace:\nUpheld', 'Knee brace|:|Upheld'],
    ['Knee brace:\n\nUpheld', 'Knee brace|:|Upheld'],
    ['Knee brace\n\nUpheld', 'Knee brace||Upheld'],
  ])('is %j', (text, expected) => {
    expect(headings(text)).toEqual([expected]);
  });

  it.each([
    ['Knee brace Upheld'],
    ['Knee brace'],
    [': Upheld'],
    ['Knee brace: left'],
    ['The denial was upheld'],
    ['He says: denied.'],
    [`The ${'long '.repeat(23)}brace: Denied`],
  ])('is not %j', (text) => {
    expect(headings(text)).toEqual([]);
  });

  it('is short where its outcome is in other words: under 120 characters', () => {
    const long = (length: number) => `${'Brace, '.repeat(30).slice(0, length - 8)}: Denied`;
    expect(headings(long(119))).toHaveLength(1);
    expect(headings(long(120))).toEqual([]);
    expect(headings(long(120), before)).toHaveLength(1);
  });

  it('is found in each paragraph, and where it is decided whatever stands below', () => {
    expect(headings('Brace: Upheld\n\nCane: Overturned')).toEqual(['Brace|:|Upheld', 'Cane|:|Overturned']);
    expect(headings('Brace: Upheld\nCane: Overturned')).toEqual(['Brace|:|Upheld', 'Cane|:|Overturned']);
    expect(headings('Brace: [Upheld | Overturned]\nHe fell.')).toEqual(['Brace|:|[Upheld | Overturned]']);
    expect(headings('Brace: Denied\nHe fell.')).toEqual([]);
    expect(headings('Brace: Denied\nDecision based on MTUS')).toEqual(['Brace|:|Denied']);
  });

  it('without a colon is one before a label that opens a block', () => {
    expect(headings('Knee brace Upheld', before)).toEqual(['Knee brace||Upheld']);
    expect(headings('Knee brace - Upheld', before)).toEqual(['Knee brace|-|Upheld']);
    expect(headings('Knee brace; Upheld', before)).toEqual(['Knee brace|;|Upheld']);
    expect(headings('Knee-brace Upheld', before)).toEqual(['Knee-brace||Upheld']);
    expect(headings('Knee brace Upheld\n\nHe fell because of ice on the way to his car and so on.', before)).toEqual(
      [],
    );
  });
});

describe('a heading behind a field', () => {
  it('begins behind that field’s text', () => {
    const text = 'He fell on ice, and the records show that his knee is stiff.\nKnee brace: Upheld';
    expect(headings(text, behindLabel)).toEqual(['Knee brace|:|Upheld']);
    expect(headings('The knee is stiff\nKnee brace: Upheld', { followsLabel: true })).toEqual([]);
    expect(headings('The knee is stiff.\n\nKnee brace: Upheld', { followsLabel: true })).toEqual([
      'Knee brace|:|Upheld',
    ]);
  });

  it('begins behind a line in which its first word had room, eight tenths of a column', () => {
    // "Knee" and a space behind: with 75 characters the line would be 80 long, as long as most.
    const line = (length: number) => `${'word '.repeat(20).slice(0, length - 1)}n`;
    expect(headings(`${line(74)}\nKnee brace\nleft: Upheld`, behindLabel)).toEqual(['Knee brace\nleft|:|Upheld']);
    expect(headings(`${line(75)}\nKnee brace\nleft: Upheld`, behindLabel)).toEqual(['left|:|Upheld']);
  });

  it('goes on with a line that begins small', () => {
    expect(headings('It is so\nbrace for the\nKnee: Upheld', behindLabel)).toEqual(['Knee|:|Upheld']);
    expect(headings('It is so\nKnee brace, of the\nleft: Upheld', behindLabel)).toEqual([
      'Knee brace, of the\nleft|:|Upheld',
    ]);
  });

  it('is the last line alone where nothing tells its beginning, unless the label stands on that line', () => {
    const full = 'word '.repeat(19).trimEnd();
    expect(headings(`${full}\n${full}\nKnee: Upheld`, behindLabel)).toEqual(['Knee|:|Upheld']);
    const text = 'Rationale: Knee: Upheld';
    const at = text.indexOf('Knee');
    const lines = [{ start: at, end: text.length, opensParagraph: false }];
    expect(headings(text, { ...behindLabel, start: at - 1, lines })).toEqual([]);
    expect(headings(text, { ...before, start: at - 1, lines })).toEqual(['Knee|:|Upheld']);
  });

  it('goes on over an empty line behind an unfinished sentence', () => {
    expect(headings('He fell.\n\nBrace for the\n\nleft knee: Upheld', behindLabel)).toEqual([
      'Brace for the\n\nleft knee|:|Upheld',
    ]);
    expect(headings('He fell.\n\nHe wears a brace.\n\nleft knee: Upheld', behindLabel)).toEqual(['left knee|:|Upheld']);
  });
});

describe('a heading of many lines', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `Part ${i}`);

  it('has sixteen at most', () => {
    expect(headings(`${lines(15).join('\n')}\nKnee: Upheld`)).toHaveLength(1);
    expect(headings(`${lines(16).join('\n')}\nKnee: Upheld`)).toEqual([]);
  });

  it('has its colon two lines before its outcome at most', () => {
    expect(headings('Knee brace: [Upheld\n|\nOverturned]')).toHaveLength(1);
    expect(headings('Knee brace: [Upheld\n|\nOverturned\n]')).toEqual([]);
  });
});

describe('a heading of a remaining portion', () => {
  it('is not whole before its original request', () => {
    const text =
      'Remaining portion of Norco 10/325mg #60 (UR authorized 30).\n\nNorco #90 was the original request: Upheld';
    const [found] = find(text);
    expect(found && words(text, found)).toContain('Norco #90 was the original request');
  });
});

describe('a heading without an outcome', () => {
  it.each([
    ['Knee brace', 'Knee brace||'],
    ['Knee brace:', 'Knee brace|:|'],
    ['Knee brace –', 'Knee brace|–|'],
    ['He fell.\n\nKnee brace: ???', 'Knee brace: ???||'],
    ['He is well.', 'He is well.||'],
    ['A brace for the left knee to wear.', 'A brace for the left knee to wear.||'],
  ])('is %j before a block’s first label', (text, expected) => {
    expect(headings(text, before)).toEqual([expected]);
  });

  it.each([
    ['A brace for the left knee to wear daily.'],
    ['A brace for the left knee to wear daily!”'],
    ['Decision based on MTUS'],
  ])('is not the prose %j', (text) => {
    expect(headings(text, before)).toEqual([]);
  });

  it('is none where that label repeats the last one, and none without a label', () => {
    expect(headings('Knee brace', { headingExpected: true })).toEqual([]);
    expect(headings('Knee brace', { undecidedExpected: true })).toEqual([]);
  });

  it('may end in marks that hold the place of an outcome', () => {
    const item = 'A brace for the left knee and for the right one';
    expect(headings(`${item}: ...`, before)).toHaveLength(1);
    expect(headings(`${item} ...`, before)).toEqual([]);
  });

  it('is not the text of the field before it', () => {
    expect(headings('Knee brace', behindLabel)).toEqual([]);
    expect(headings('He fell.\n\nKnee brace', behindLabel)).toEqual(['Knee brace||']);
  });
});
