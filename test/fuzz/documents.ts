// Word, PDF, HTML and mail documents, damaged byte by byte and tag by tag.
import { importLetter } from '../../server/src/import/import-letter';
import { ImportError } from '../../server/src/import/imported-letter';
import type { DocumentKind } from '../../server/src/import/kind';
import { bytesOf, paragraph, pdfDocument, wordDocument } from '../import/documents';
import type { Random } from './random';
import type { Input, Subject } from './subjects';

const kinds: readonly DocumentKind[] = ['docx', 'pdf', 'html', 'mail'];

const tags: readonly string[] = [
  ...[
    '<w:p>',
    '</w:p>',
    '<w:tbl><w:tr><w:tc>',
    '</w:tc></w:tr></w:tbl>',
    '<w:del>',
    '</w:ins>',
    '<w:t/>',
    '&#0;',
    '&amp',
    '<![CDATA[',
  ],
  ...[
    '<table><tr><td>',
    '</td>',
    '<!--',
    '-->',
    '<script>',
    '<p',
    'Content-Type: multipart/mixed; boundary=a\n',
    '--a--\n',
    '=?utf-8?B?',
  ],
  ...['endobj', 'stream\n', '<< /Kids [1 0 R] >>', 'xref', '%%EOF', '(((', '\\', '9999999999 0 R'],
];

/** The bytes of a document as characters, behind the name of its kind. */
function documentOf(kind: DocumentKind, text: string, random: Random): string {
  const body = text.slice(0, 3000);
  const write = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const plain = body.replace(/[^\n -~]/g, '').replace(/[<&]/g, '');
  if (kind === 'docx') {
    const xml = plain.split('\n').map(paragraph).join('');
    // Half of them are damaged before they are packed, or all would be refused as broken archives.
    return write(wordDocument(random.below(2) === 0 ? xml : damaged(xml, random)));
  }
  if (kind === 'pdf') return write(pdfDocument([plain.split('\n')]));
  const page = `<html><body><p>${plain.replace(/\n\n/g, '</p>\n<p>')}</p></body></html>`;
  return kind === 'html' ? page : `From: a\nContent-Type: text/html\n\n${page}`;
}

function damaged(text: string, random: Random): string {
  let result = text;
  for (let round = random.below(6); round >= 0; round--) {
    const at = random.below(result.length + 1);
    const change = random.below(4);
    if (change === 0) result = result.slice(0, at) + random.of(tags) + result.slice(at);
    else if (change === 1) result = result.slice(0, at) + result.slice(at + random.below(50));
    else if (change === 2) result = result.slice(0, at) + String.fromCharCode(random.below(256)) + result.slice(at + 1);
    else if (random.below(6) === 0) result = result.slice(0, at);
  }
  return result;
}

export const documents: Subject = {
  name: 'document',
  make(random, seeds) {
    const kind = random.of(kinds);
    return `${kind}:${damaged(documentOf(kind, random.of(seeds), random), random)}`;
  },
  hold,
};

/** A document has a text or is refused in words. */
async function hold(input: Input): Promise<void> {
  const [, kind, content = ''] = /^(\w+):(.*)$/s.exec(String(input)) ?? [];
  const known = kinds.find((each) => each === kind);
  if (!known) return;
  try {
    const { text } = await importLetter(bytesOf(content), known);
    if (typeof text !== 'string') throw new Error('no text');
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
  }
}
