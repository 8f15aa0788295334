import { describe, expect, it } from 'vitest';
import { findOpenSentences, findOpenTexts, toPlainText, toSnippet } from '../../server/src/core/index';
import { splitSentences } from '../../server/src/core/text/sentences';

const words = (text: string) => findOpenTexts(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
const sentences = (text: string) =>
  findOpenSentences(text, splitSentences(text, new Set())).map(({ start, end }) => text.slice(start, end));

describe('what is open', () => {
  it.each([
    ['taken since [date].', ['place: [date]']],
    ['[UR denial date] and [MRI, x-ray or CT]', ['place: [UR denial date]', 'place: [MRI, x-ray or CT]']],
    [
      '[treatment agreement: documented | not documented]',
      ['choice: [treatment agreement: documented | not documented]'],
    ],
    ['Soma: [Upheld | Overturned]', ['choice: [Upheld | Overturned]']],
    ['wrapped [a |\nb] here', ['choice: [a |\nb]']],
    ['[30% | 50%] of [CI | SD]', ['choice: [30% | 50%]', 'choice: [CI | SD]']],
    ['{{age}} and ____ and <insert name>', ['place: {{age}}', 'place: ____', 'place: <insert name>']],
    ['[95% CI 30|50], [CI], [12], [sic], "[t]he same", a | b', []],
    ['[never closed | or so', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('opens its own sentence and no other', () => {
    const text =
      'Pain is rated 6. It was taken since [date]. [screen: consistent | not documented] The request is denied.';
    expect(sentences(text)).toEqual(['It was taken since [date].', '[screen: consistent | not documented]']);
    expect(sentences('[a: b | c] [d: e | f] The end.')).toEqual(['[a: b | c]', '[d: e | f]']);
    expect(sentences('The request [is not | is] medically necessary.')).toHaveLength(1);
  });
});

describe('text to insert', () => {
  const agreement = {
    open: 'agreement: yes | no',
    choice: ['An agreement, signed, is on record.', 'None is.'],
    mayBeLeftOut: true,
  } as const;

  it('shows a choice as its open text in plain text', () => {
    expect(toPlainText(['A. ', agreement, ' ', { place: 'date' }])).toBe('A. [agreement: yes | no] [date]');
  });

  it('puts the open text first in a snippet, because an editor inserts the first one, and nothing last', () => {
    expect(toSnippet([agreement])).toBe(
      `\${1|[agreement: yes \\| no],An agreement\\, signed\\, is on record.,None is., |}$0`,
    );
    expect(toSnippet([{ open: 'a | $b}', choice: ['a', '$b}'] }])).toBe(`\${1|[a \\| $b}],a,$b}|}$0`);
  });
});
