import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paragraph, pdfDocument, wordDocument } from '../import/documents';
import { openDesk } from './imr';
import { unconcludedLetter } from './letters';

const desk = openDesk();
const paragraphsOf = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((each) => paragraph(each.replace(/\s+/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;')))
    .join('');

describe('Word and PDF documents', { timeout: 60_000 }, () => {
  it('are checked, and findings have their words and their paragraph or page', () => {
    desk.write('letter.docx', wordDocument(paragraphsOf(unconcludedLetter)));
    desk.write('letter.pdf', pdfDocument([unconcludedLetter.split('\n')]));
    const run = desk.imr(['check', '--format', 'json', 'letter.docx', 'letter.pdf']);
    expect(run.err).toBe('');
    const [word, pdf] = JSON.parse(run.out).files;
    const found = (file: { problems: { code: string }[] }) => file.problems.find(({ code }) => code === 'IMR301');
    expect(found(word)).toMatchObject({ quote: expect.any(String), paragraph: expect.any(Number) });
    expect(found(pdf)).toMatchObject({ page: 1 });
    expect(desk.imr(['check', 'letter.pdf']).out).toContain('(page 1)');
  });

  it('are never changed by imr fix', () => {
    desk.write('fixed.docx', wordDocument(paragraphsOf(unconcludedLetter)));
    const before = readFileSync(join(desk.folder, 'fixed.docx'));
    const run = desk.imr(['fix', 'fixed.docx']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('fixed.docx: imr fix changes text files only');
    expect(readFileSync(join(desk.folder, 'fixed.docx'))).toEqual(before);
  });

  it('are converted to text and back', () => {
    desk.write('source.txt', unconcludedLetter);
    expect(desk.imr(['convert', 'source.txt', '-o', 'made.docx']).code).toBe(0);
    const { out } = desk.imr(['convert', 'made.docx']);
    expect(out.replace(/\s+/g, ' ').trim()).toBe(unconcludedLetter.replace(/\s+/g, ' ').trim());
    expect(desk.imr(['convert']).code).toBe(2);
  });

  it('that are damaged cost themselves only', () => {
    writeFileSync(join(desk.folder, 'broken.pdf'), '%PDF-1.7 and no more');
    desk.write('whole.txt', unconcludedLetter);
    const run = desk.imr(['check', 'broken.pdf', 'whole.txt']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('broken.pdf: not a PDF that can be read');
    expect(run.out).toContain('whole.txt');
  });
});
