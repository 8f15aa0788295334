import { describe, expect, it } from 'vitest';
import { detectForm } from '../../server/src/core/syntax/detect-form';
import type { Form } from '../../server/src/core/syntax/form';
import { formOf } from './form';

const form = (id: string, marks: Form['marks']): Form => ({ ...formOf('2014'), id, marks });
const fallback = form('none', [{ text: 'Fallback', weight: 9 }]);
const older = form('older', [
  { text: 'Page', weight: 1 },
  { text: 'Board', weight: 2 },
]);
const newer = form('newer', [{ text: 'Section', weight: 2 }]);
const detect = (text: string) => detectForm(text, { forms: [older, newer], fallback }).id;

describe('the form of a text', () => {
  it.each([
    ['nothing of note', 'none'],
    ['Fallback', 'none'],
    ['Page 3', 'older'],
    ['Page 3, Section 4', 'newer'],
    ['Section 4, Board', 'older'],
    ['Page 3 of the Board, Section 4', 'older'],
    ['page 3', 'none'],
    ['Page 3, Page 4, Page 5, Section 4', 'newer'],
  ])('of %j is %s', (text, expected) => {
    expect(detect(text)).toBe(expected);
  });
});
