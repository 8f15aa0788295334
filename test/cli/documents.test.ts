import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
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

  it('have the page or paragraph of each finding in SARIF and HTML', () => {
    desk.write('letter.docx', wordDocument(paragraphsOf(unconcludedLetter)));
    desk.write('letter.pdf', pdfDocument([unconcludedLetter.split('\n')]));
    const { runs } = JSON.parse(desk.imr(['check', '--format', 'sarif', 'letter.pdf']).out);
    const found = runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'IMR301');
    expect(found.locations[0].logicalLocations).toContainEqual({ name: 'page 1', kind: 'page' });
    const page = desk.imr(['check', '--format', 'html', 'letter.docx']).out;
    expect(page).toMatch(/IMR301[^\n]*<span class="place">paragraph \d+,/);
    expect(page).not.toContain('<span class="place">line ');
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
    const refused = desk.imr(['convert', 'source.txt', '-o', 'made.pdf']);
    expect([refused.code, existsSync(join(desk.folder, 'made.pdf'))]).toEqual([2, false]);
    expect(refused.err).toContain('made.pdf: imr convert writes text and Word documents (.docx), not .pdf files');
  });

  it('are web pages and mails too, also from standard input', () => {
    const page = `<html><body>${unconcludedLetter
      .split(/\n\s*\n/)
      .map((each) => `<p>${each.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
      .join('\n')}</body></html>`;
    const attachment = 'Content-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\n\r\n%PDF';
    const mail = `From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${page}\r\n--b\r\n${attachment}\r\n--b--\r\n`;
    desk.write('letter.html', page);
    desk.write('letter.eml', mail);
    desk.write('letter.txt', unconcludedLetter);
    const codes = (path: string, input?: string) => {
      const run = desk.imr(['check', '--format', 'json', ...(input ? ['-', '--stdin-filename', path] : [path])], {
        input: input ?? '',
      });
      const { problems } = JSON.parse(run.out).files[0] as {
        problems: { code: string; item: string; paragraph?: number }[];
      };
      return problems.map(({ code, item }) => `${code} ${item}`);
    };
    const expected = codes('letter.txt');
    expect(codes('letter.html')).toEqual(expected);
    expect(codes('letter.eml')).toEqual(expected);
    expect(codes('other.eml', mail)).toEqual(expected);
    expect(desk.imr(['check', 'letter.eml']).err).toContain('letter.eml: Attachments were not opened: a.pdf.');
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect(words(desk.imr(['convert', 'letter.html']).out)).toBe(words(unconcludedLetter));
    const parsed = (name: string) => JSON.parse(desk.imr(['parse', name]).out).form;
    expect([parsed('letter.html'), parsed('letter.eml')]).toEqual([parsed('letter.txt'), parsed('letter.txt')]);
    for (const name of ['letter.html', 'letter.eml'])
      expect(desk.imr(['fix', name]).err).toContain(`${name}: imr fix changes text files only`);
  });

  it('are found in folders if they are letters', () => {
    desk.write('mixed/letter.docx', wordDocument(paragraphsOf(unconcludedLetter)));
    desk.write('mixed/letter.pdf', pdfDocument([unconcludedLetter.split('\n')]));
    desk.write('mixed/letter.eml', `Subject: x\n\n${unconcludedLetter}`);
    desk.write('mixed/minutes.docx', wordDocument(paragraph('Minutes of a meeting.')));
    desk.write('mixed/page.html', '<p>A page about something else.</p>');
    desk.write('mixed/~$letter.docx', 'locked');
    const paths = (...args: string[]) => {
      const run = desk.imr(['check', '--format', 'json', ...args]);
      return { ...run, paths: JSON.parse(run.out).files.map(({ path }: { path: string }) => path) };
    };
    const letters = ['mixed/letter.docx', 'mixed/letter.eml', 'mixed/letter.pdf'];
    expect(paths('mixed')).toMatchObject({ paths: letters, err: '', code: 1 });
    expect(paths('mixed', '--jobs', '2').paths).toEqual(letters);
    expect(paths('mixed', 'mixed/minutes.docx').paths).toContain('mixed/minutes.docx');
    expect(desk.imr(['fix', 'mixed', '--dry-run']).err).not.toContain('text files only');
    expect(desk.imr(['convert', 'mixed']).err).toContain('needs one file');
    desk.write('mixed/scan.pdf', pdfDocument([['']]));
    const run = desk.imr(['check', 'mixed']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('mixed/scan.pdf: the PDF has no text; it may be a scan');
    desk.write('other/minutes.docx', wordDocument(paragraph('Minutes of a meeting.')));
    expect(desk.imr(['check', 'other'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('other: no letter found'),
    });
  });

  it('of Word get the findings as comments, in a copy', () => {
    desk.write('plain.docx', wordDocument(paragraphsOf(unconcludedLetter)));
    const before = readFileSync(join(desk.folder, 'plain.docx'));
    const run = desk.imr(['check', 'plain.docx', '--comments', 'commented.docx', '--format', 'json']);
    expect(run.code).toBe(1);
    const { problems } = JSON.parse(run.out).files[0] as {
      problems: { message: string; code: string; quote: string }[];
    };
    expect(run.err).toContain(`commented.docx: ${problems.length} comment${problems.length === 1 ? '' : 's'} written`);
    const parts = unzipSync(readFileSync(join(desk.folder, 'commented.docx')));
    const comments = strFromU8(parts['word/comments.xml'] as Uint8Array);
    for (const { code } of problems) expect(comments).toContain(`(${code})`);
    expect(comments).toContain('w:author="IMR check"');
    expect(desk.imr(['convert', 'commented.docx']).out).toBe(desk.imr(['convert', 'plain.docx']).out);
    expect(readFileSync(join(desk.folder, 'plain.docx'))).toEqual(before);
    desk.imr(['check', 'plain.docx', '--comments', 'few.docx', '--only', 'IMR301']);
    const few = strFromU8(unzipSync(readFileSync(join(desk.folder, 'few.docx')))['word/comments.xml'] as Uint8Array);
    expect(few.match(/<w:comment /g)?.length).toBe(problems.filter(({ code }) => code === 'IMR301').length);
    desk.imr(['check', 'plain.docx', '--comments', 'none.docx', '--only', 'IMR901']);
    expect(readFileSync(join(desk.folder, 'none.docx'))).toEqual(before);
  });

  it.each([
    ['the document itself', ['plain.docx', '--comments', 'plain.docx'], /would replace a file that imr reads/],
    ['a text', ['whole.txt', '--comments', 'out.docx'], /needs one Word document/],
    ['a text with the name of a document', ['false.docx', '--comments', 'out.docx'], /not a Word document/],
    ['two documents', ['plain.docx', 'plain.docx', '--comments', 'out.docx'], /needs one Word document/],
    ['a folder', ['.', '--comments', 'out.docx'], /needs one Word document/],
    ['--output', ['plain.docx', '--comments', 'out.docx', '-o', 'out.docx'], /name the same file/],
    ['--watch', ['plain.docx', '--comments', 'out.docx', '--watch'], /--watch/],
    ['the name of a text', ['plain.docx', '--comments', 'out.txt'], /choose a name that ends in \.docx/],
    ['a folder that is not there', ['plain.docx', '--comments', 'nowhere/out.docx'], /nowhere\/out\.docx/],
  ])('get no comments with %s', (_, args, reason) => {
    desk.write('plain.docx', wordDocument(paragraphsOf(unconcludedLetter)));
    desk.write('whole.txt', unconcludedLetter);
    desk.write('false.docx', unconcludedLetter);
    const run = desk.imr(['check', ...args]);
    expect(run).toMatchObject({ code: 2, err: expect.stringMatching(reason) });
    expect(existsSync(join(desk.folder, 'out.docx'))).toBe(false);
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
