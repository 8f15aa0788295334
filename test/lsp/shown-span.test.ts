import { describe, expect, it } from 'vitest';
import { createSourceText } from '../../server/src/core/index';
import { shownSpan } from '../../server/src/lsp/shown-span';

/** The text that is underlined, for a span from `[` to `]`, or an empty one at `|`. */
function shown(marked: string): string {
  const text = marked.replace(/[[\]|]/g, '');
  const start = marked.search(/[[|]/);
  const end = marked.includes(']') ? marked.indexOf(']') - 1 : start;
  const span = shownSpan(createSourceText(text), { start, end });
  return text.slice(span.start, span.end);
}

describe('what is underlined for a finding', () => {
  it.each([
    ['one two|\nthree', 'two'],
    ['one two. |\nthree', 'two.'],
    ['one tw|o', 'tw'],
    ['one\n  |two three', 'two'],
    ['one\n|two three', 'two'],
    ['one\r\ntwo|\r\n', 'two'],
    ['one\n |  \ntwo', ' '],
    ['one\n|\ntwo', '\n'],
    ['|', ''],
  ])('in an empty span is the word before it on the line, or behind it, or a character: %j', (marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    ['a [b c] d', 'b c'],
    ['a [b\nc] d', 'b\nc'],
    ['a [b\n\nc] d', 'b'],
    ['a [b\r\n \t\r\nc\r\n\r\nd]', 'b'],
    ['a[\n\nb\nc\n\nd]', 'b\nc'],
    ['a b[\n\n\n]c', 'b'],
    ['a [b\n]c', 'b\n'],
    ['a[  ]b', '  '],
  ])('never has a blank line in it: %j', (marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});
