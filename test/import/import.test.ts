import { describe, expect, it } from 'vitest';
import { printedLetter } from '../../server/src/core/index';
import { importDocx } from '../../server/src/import/docx';
import { importLetter } from '../../server/src/import/import-letter';
import { unitAt } from '../../server/src/import/imported-letter';
import { documentKind } from '../../server/src/import/kind';
import { importPdf } from '../../server/src/import/pdf';
import { writeDocx } from '../../server/src/import/write-docx';
import { readCorpus } from '../corpus/corpus';
import { contentOf, read } from './content';
import { paragraph, pdfDocument, wordDocument } from './documents';

describe('a Word document', () => {
  it.each(readCorpus().slice(0, 12))('of $name reads as the letter that it was made of', async ({ text }) => {
    const letter = read(text);
    const imported = await importDocx(writeDocx(printedLetter(letter)));
    expect(contentOf(read(imported.text))).toEqual(contentOf(letter));
  });

  it('is written the same each time', () => {
    const printed = printedLetter(read(readCorpus()[0]?.text ?? ''));
    expect(writeDocx(printed)).toEqual(writeDocx(printed));
  });

  it('has rows of a table as lines, and cells of several paragraphs one after another', async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map(paragraph).join('')}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('Case Number:')}${cell('CM17-0900111')}</w:tr><w:tr>${cell('Priority:')}${cell('Standard')}</w:tr><w:tr>${cell('A', 'B')}${cell('C')}</w:tr></w:tbl>`;
    const { text } = await importDocx(wordDocument(`${table}${paragraph('After the table.')}`));
    expect(text).toBe('Case Number:    CM17-0900111\nPriority:    Standard\n\nA\n\nB\n\nC\n\nAfter the table.\n');
  });

  it('is read without what was deleted, and with what was inserted', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">The request is </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>not </w:t></w:r></w:ins><w:r><w:t>medically necessary.</w:t></w:r></w:p>`;
    expect((await importDocx(wordDocument(body))).text).toBe('The request is not medically necessary.\n');
  });

  it('says that comments were left out', async () => {
    const body = `<w:p><w:r><w:t>Sound text.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`;
    const comments =
      '<w:comments><w:comment w:id="1" w:author="A"><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment></w:comments>';
    const imported = await importDocx(wordDocument(body, { 'comments.xml': comments }));
    expect(imported.text).toBe('Sound text.\n');
    expect(imported.notes).toEqual(['Comments were left out.']);
  });

  it('knows the paragraph of an offset', async () => {
    const imported = await importDocx(wordDocument(paragraph('First.') + paragraph('Second.')));
    expect([0, 5, 8, 14].map((offset) => unitAt(imported, offset))).toEqual([1, 1, 2, 2]);
  });

  it.each([
    ['no archive', new TextEncoder().encode('PK\u0003\u0004 and no more')],
    ['an empty body', wordDocument('')],
  ])('with %s is refused with a sentence', async (_, bytes) => {
    await expect(importDocx(bytes)).rejects.toThrow(/Word document|no text/);
  });

  it('whose XML is damaged is refused without a word of it', async () => {
    const bytes = wordDocument('<w:p><w:r><w:t>The letter<w:tab of the worker</w:t></w:r></w:p>');
    await expect(importDocx(bytes)).rejects.toThrow(/^not a Word document that can be read \(its XML is damaged\)$/);
  });
});

/** Lines of at most 95 characters. */
function wrapped(line: string): string[] {
  return line.match(/\S.{0,94}(?=\s|$)|^$/g) ?? [line];
}

/** Pages of about 45 lines that break inside a paragraph, as a printer's do. */
function pagesOf(lines: readonly string[]): string[][] {
  const pages: string[][] = [[]];
  for (const [i, line] of lines.entries()) {
    const page = pages.at(-1) ?? [];
    const isInside = line !== '' && lines[i - 1] !== '' && /^[a-z]/.test(line);
    if (page.length >= 45 && isInside) pages.push([line]);
    else page.push(line);
  }
  return pages;
}

describe('a PDF', () => {
  it.each(readCorpus().slice(0, 6))('of $name reads as the letter that it was made of', async ({ text }) => {
    const lines = text.split('\n').flatMap((line) => wrapped(line.replace(/[^\x20-\x7e]/g, '-')));
    const letter = read(lines.join('\n'));
    const pages = pagesOf(lines);
    const imported = await importPdf(pdfDocument(pages));
    const without = ({ blocks, sections }: never) => ({ blocks, sections });
    expect(without(contentOf(read(imported.text)) as never)).toEqual(without(contentOf(letter) as never));
    expect(imported.starts.length).toBe(pages.length);
  });

  it('without text says that it may be a scan', async () => {
    await expect(importPdf(pdfDocument([[''], ['']]))).rejects.toThrow(/may be a scan/);
  });

  it('that is damaged is refused with a sentence', async () => {
    await expect(importPdf(new TextEncoder().encode('%PDF-1.7 and no more'))).rejects.toThrow(
      /not a PDF that can be read/,
    );
  });
});

describe('the kind of a document', () => {
  it('is told by its first bytes, not by its name alone', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(documentKind(bytes('%PDF-1.7'), 'letter.txt')).toBe('pdf');
    expect(documentKind(wordDocument(''), 'letter.DOCX')).toBe('docx');
    expect(documentKind(wordDocument(''), 'letters.zip')).toBeUndefined();
    expect(documentKind(bytes('Case Number'), 'letter.docx')).toBeUndefined();
    expect((await importLetter(pdfDocument([['A line of text.']]), 'pdf')).text).toBe('A line of text.\n');
  });
});
