import { describe, expect, it } from 'vitest';
import { measureColumn, scanLines } from '../../server/src/core/syntax/lines';
import { normalizedText } from '../../server/src/core/text/normalize/normalized-text';
import { createSourceText } from '../../server/src/core/text/source-text';
import { words } from './form';

/** The lines with text, those that open a paragraph behind `¶`. */
const shown = (source: string) => {
  const { text } = normalizedText(createSourceText(source));
  return scanLines(text).map((line) => (line.opensParagraph ? '¶' : '') + words(text, line));
};

const line = (start: number, end: number) => ({ start, end, opensParagraph: true });

describe('lines', () => {
  it('leave out white space at their ends, and empty lines', () => {
    expect(scanLines('  a b \r\n\r\n\tc')).toEqual([line(2, 5), { ...line(11, 12) }]);
    expect(scanLines('')).toEqual([]);
    expect(scanLines(' \n\t\n')).toEqual([]);
  });

  it.each(['\n', '\r', '\r\n'])('end with %j', (end) => {
    expect(shown(`The knee${end}is stiff.${end}${end}He limps.`)).toEqual(['¶The knee', 'is stiff.', '¶He limps.']);
  });

  it('begin small behind a page break where they go on with a sentence', () => {
    expect(shown('The knee\n\f\nis stiff')).toEqual(['¶The knee', 'is stiff']);
    expect(shown('The knee\f\nIs stiff')).toEqual(['¶The knee', 'Is stiff']);
    expect(shown('The knee.\f\nIt is stiff')).toEqual(['¶The knee.', '¶It is stiff']);
    expect(shown('The knee.\n\fis stiff')).toEqual(['¶The knee.', 'is stiff']);
  });

  it.each(['.', ':', '?', '!', '.”', '.")', '.’'])('end a sentence with %s', (mark) => {
    expect(shown(`He limps${mark}\f\nThe knee`)).toEqual([`¶He limps${mark}`, '¶The knee']);
  });

  it.each([',', ';', '', '.—', '.))))'])('do not end one with %j', (mark) => {
    expect(shown(`He limps${mark}\f\nThe knee`)).toEqual([`¶He limps${mark}`, 'The knee']);
  });

  it('are joined over page lines', () => {
    expect(shown('The knee\n\nFinal Determination Letter for IMR Case Number CM16-0000001 3\n\nis stiff')).toEqual([
      '¶The knee',
      'is stiff',
    ]);
  });
});

describe('line ends that are doubled', () => {
  const doubled = (count: number) => Array.from({ length: count }, (_, i) => `Word ${i} of one`).join('\n\n');

  it('part no paragraphs from nine lines on', () => {
    expect(shown(doubled(9)).filter((each) => each.startsWith('¶'))).toHaveLength(1);
    expect(shown(doubled(8)).filter((each) => each.startsWith('¶'))).toHaveLength(8);
  });

  it('are none where paragraphs are single lines', () => {
    const text = doubled(12).replaceAll(' one', ' one.');
    expect(shown(text).filter((each) => each.startsWith('¶'))).toHaveLength(12);
  });

  it('part paragraphs where two stand empty behind a sentence', () => {
    const text = `${doubled(10)}.\n\n\nNew one\n\n\nand more`;
    expect(shown(text).slice(9)).toEqual(['Word 9 of one.', '¶New one', 'and more']);
  });
});

describe('empty lines that hold a space', () => {
  const spaced = (count: number) => 'A line here.\n \n'.repeat(count);

  it('part paragraphs, and three of them take that from others', () => {
    expect(shown(`${spaced(3)}The knee\n\nis stiff`).slice(-2)).toEqual(['¶The knee', 'is stiff']);
    expect(shown(`${spaced(2)}The knee\n\nis stiff`).slice(-2)).toEqual(['¶The knee', '¶is stiff']);
    expect(shown(`${spaced(3)}The knee\n\t\nis stiff`).slice(-2)).toEqual(['¶The knee', '¶is stiff']);
  });
});

describe('the column', () => {
  it('is as wide as nine lines in ten', () => {
    const lengths = [10, 90, 20, 30, 40, 50, 60, 70, 80, 500];
    expect(
      measureColumn(
        '',
        lengths.map((length) => line(100, 100 + length)),
      ),
    ).toBe(500);
    expect(
      measureColumn(
        '',
        [...lengths, 55].map((length) => line(100, 100 + length)),
      ),
    ).toBe(90);
    expect(measureColumn('', [])).toBe(0);
  });

  it('is none in a text that was wrapped twice', () => {
    const twice = `${'words of a long line that fills the column\nand of a\nshort one that goes on with the next sentence\n'.repeat(6)}`;
    expect(measureColumn(twice, scanLines(twice))).toBe(0);
    const once = 'words of a long line that fills the column\nof this text, which was wrapped once. It is\n\n'.repeat(
      6,
    );
    expect(measureColumn(once, scanLines(once))).toBe(43);
  });
});
