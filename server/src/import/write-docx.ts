import { strToU8, type Zippable, zipSync } from 'fflate';
import type { PrintedParagraph } from '../core/index';
import { escapeXml } from './xml';

/** Writes a letter as a Word document: paragraphs with headings and labels in bold. The same letter gives the same bytes. */
export function writeDocx(paragraphs: readonly PrintedParagraph[]): Uint8Array {
  const body = paragraphs.map(paragraphXml).join('');
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  };
  // The earliest time that a ZIP file can hold.
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function paragraphXml({ kind, text, label }: PrintedParagraph): string {
  const isBold = kind === 'section' || kind === 'heading';
  const properties = isBold ? '<w:pPr><w:keepNext/></w:pPr>' : '';
  const runs = label > 0 ? runXml(text.slice(0, label), true) + runXml(text.slice(label), false) : runXml(text, isBold);
  return `<w:p>${properties}${runs}</w:p>`;
}

function runXml(text: string, isBold: boolean): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`;
}
