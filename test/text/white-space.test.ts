import { describe, expect, it } from 'vitest';
import { readText } from '../../server/src/core/text/reading';
import { createSourceText } from '../../server/src/core/text/source-text';
import { isSpace } from '../../server/src/core/text/white-space';
import { holdsWords } from '../../server/src/core/text/words';

/** All texts of `length` units out of these. */
function* textsOf(units: string, length: number): Generator<string> {
  if (length === 0) yield '';
  else for (const unit of units) for (const rest of textsOf(units, length - 1)) yield unit + rest;
}

describe('white space', () => {
  it('is what an expression takes for it', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => isSpace(code) !== /\s/.test(String.fromCharCode(code)),
    );
    expect(wrong).toEqual([]);
  });

  it('is single in a reading', () => {
    for (const text of textsOf('a \n\u00a0\u0085', 6)) {
      const { text: read } = readText(text, { start: 0, end: text.length });
      expect(read, JSON.stringify(text)).toBe(text.trim().replace(/ \s+|[^\S ]\s*/g, ' '));
    }
  });
});

describe('lines', () => {
  it('end at LF, CRLF and CR', () => {
    for (const text of textsOf('a\r\n', 7)) {
      const ends = [...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length);
      expect(createSourceText(text).lineStarts, JSON.stringify(text)).toEqual([0, ...ends]);
    }
  });
});

describe('words in a text', () => {
  const mark = 'has determined the request for';

  it.each([
    ['as they are', `CMS ${mark} soma`, true],
    ['over a line end', 'it has determined\r\n the  request\nfor', true],
    ['behind a first word in vain', 'has had has determined the request for', true],
    ['not in part', 'has determined the request', false],
    ['not in another order', 'determined has the request for', false],
  ])('are found %s', (_, text, isThere) => {
    expect(holdsWords(text, mark)).toBe(isThere);
  });
});
