import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { applyEdits, composeExample, formatLetter, readLetter } from '../../server/src/core/index';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

function format(text: string, width = 100): string {
  return applyEdits(text, formatLetter(readLetter(text, builtinForms), builtinForms, width));
}

const samples = readdirSync(join(root, 'samples'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(join(root, 'samples', name), 'utf8') }));
const letters = [...samples, ...readSharedLetters(root)];

describe.each([0, 72, 100])('formatting to width %i', (width) => {
  it.each(letters.map(({ name, text }) => [name, text] as const))(
    '%s keeps every word, and a second run changes nothing',
    (_, text) => {
      const once = format(text, width);
      expect(once.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(format(once, width)).toBe(once);
      const model = (t: string) =>
        readLetter(t, builtinForms).blocks.map((b) => [
          b.heading.item.text,
          b.heading.outcome.value,
          b.fields.rationale.body.text,
          b.fields.reviewerGuideline.body.text,
        ]);
      expect(model(once)).toEqual(model(text));
      expect(once).not.toMatch(/\f|[ \t]\n|\n\n\n/);
    },
  );
});

it('changes something in each letter that was pulled out of a PDF', () => {
  for (const { text } of letters.filter(({ name }) => /^00\d_/.test(name))) expect(format(text)).not.toBe(text);
});

it('joins doubled line ends, page breaks and split hyphens', () => {
  const doubled = composeExample({ form: '2014' })
    .split('\n\n')
    .map((paragraph) => paragraph.replace(/\n/g, ' \n\n'))
    .join(' \n\n \n\n')
    .replace('Utilization review on', 'The review \n\n\n\nnon-\n\ncertified. Utilization review on');
  const result = format(doubled, 0);
  expect(result).toContain('The review non-certified. Utilization');
  expect(result).not.toMatch(/[^\n]\n[^\n]/);
});

it('touches only the paragraphs of a selection', () => {
  const text = composeExample({});
  const letter = readLetter(text, builtinForms);
  const { span } = letter.blocks[0]?.fields.rationale ?? { span: { start: 0, end: 0 } };
  const edits = formatLetter(letter, builtinForms, 60, span);
  expect(edits.length).toBeGreaterThan(0);
  for (const edit of edits) expect(edit.span.start >= span.start && edit.span.end <= span.end).toBe(true);
});

it('leaves the case header as it stands', () => {
  const text = composeExample({});
  expect(format(text)).toContain('Date Assigned:  01/18/2017      Date of Injury:  11/18/2016');
});

it('keeps the line ends of the text', () => {
  const text = composeExample({}).replace(/\n/g, '\r\n');
  expect(format(text, 60)).not.toMatch(/[^\r]\n/);
});
