import mammoth from 'mammoth';
import { type DocxParts, packDocx, partText, unpackDocx } from './docx-parts';
import { columnGap, ImportError, type ImportedLetter } from './imported-letter';

/** As much of mammoth's document as is read here. */
interface DocxElement {
  readonly type: string;
  readonly value?: string;
  readonly breakType?: string;
  readonly children?: readonly DocxElement[];
}

/** Reads a Word document. Deleted text is not read; comments, footnotes, headers and footers are left out. */
export async function importDocx(bytes: Uint8Array): Promise<ImportedLetter> {
  const parts = unpackDocx(bytes, 'xml');
  const document = await readDocument(packDocx(parts, 0));
  const writer = createWriter();
  writeBlocks(document.children ?? [], writer);
  const text = writer.text().trimEnd();
  if (text === '') throw new ImportError('the document has no text');
  const left = [
    ...(holds(document, 'commentReference') ? ['Comments were left out.'] : []),
    ...(holds(document, 'noteReference') ? ['Footnotes and endnotes were left out.'] : []),
    ...(hasMargins(parts) ? ['Headers and footers were left out.'] : []),
    ...(holds(document, 'image') ? ['Pictures were left out.'] : []),
  ];
  return { text: `${text}\n`, unit: 'paragraph', starts: writer.starts, notes: left };
}

/** True for a document with text in a header or footer. */
function hasMargins(parts: DocxParts): boolean {
  return Object.keys(parts).some(
    (name) =>
      /^word\/(?:header|footer)\d*\.xml$/.test(name) && /<w:t(?:\s[^>]*)?>[^<]/.test(partText(parts, name) ?? ''),
  );
}

async function readDocument(bytes: Uint8Array): Promise<DocxElement> {
  let document: DocxElement | undefined;
  try {
    // The HTML is not used: this is mammoth's way to its document.
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        styleMap: ['comment-reference => sup'],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        transformDocument: (read: DocxElement) => {
          document = read;
          return read;
        },
      },
    );
  } catch (error) {
    const { message } = error as Error;
    // The XML parser quotes what it cannot read.
    const why = message.includes('[xmldom') ? 'its XML is damaged' : message;
    throw new ImportError(`not a Word document that can be read (${why})`);
  }
  if (!document) throw new ImportError('the Word document is empty');
  return document;
}

interface Writer {
  /** Begins a paragraph, a gap of `lines` line ends after the last one. */
  paragraph(text: string, lines: number): void;
  text(): string;
  readonly starts: readonly number[];
}

function createWriter(): Writer {
  const starts: number[] = [];
  let text = '';
  return {
    paragraph(words, lines) {
      if (text !== '') text += '\n'.repeat(lines);
      starts.push(text.length);
      text += words;
    },
    text: () => text,
    starts,
  };
}

function writeBlocks(elements: readonly DocxElement[], writer: Writer): void {
  for (const element of elements) {
    if (element.type === 'table') writeTable(element, writer);
    else if (element.type === 'paragraph') {
      const words = inlineText(element);
      if (words.trim() !== '') writer.paragraph(words, 2);
    } else writeBlocks(element.children ?? [], writer);
  }
}

/** A row is a line where each cell is one paragraph; otherwise its cells follow one another. */
function writeTable({ children: rows = [] }: DocxElement, writer: Writer): void {
  let isFirst = true;
  for (const row of rows) {
    const cells = (row.children ?? []).filter((cell) => inlineText(cell).trim() !== '');
    const isLine = cells.every(
      (cell) => (cell.children ?? []).filter((each) => inlineText(each).trim() !== '').length === 1,
    );
    if (!isLine) {
      for (const cell of cells) writeBlocks(cell.children ?? [], writer);
      isFirst = true;
    } else if (cells.length > 0) {
      writer.paragraph(cells.map((cell) => inlineText(cell).trim()).join(columnGap), isFirst ? 2 : 1);
      isFirst = false;
    }
  }
}

function inlineText(element: DocxElement): string {
  if (element.type === 'text') return element.value ?? '';
  if (element.type === 'tab') return '\t';
  if (element.type === 'break') return element.breakType === 'line' ? '\n' : '';
  return (element.children ?? []).map(inlineText).join('');
}

function holds(element: DocxElement, type: string): boolean {
  return element.type === type || (element.children ?? []).some((child) => holds(child, type));
}
