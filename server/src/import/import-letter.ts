import type { ImportedLetter } from './imported-letter';
import type { DocumentKind } from './kind';

/**
 * Reads the text of a document. The library for its kind is loaded when it is first needed. Opens no file and no connection. Throws
 * an ImportError for a document that is damaged, is protected, or has no text.
 */
export async function importLetter(bytes: Uint8Array, kind: DocumentKind): Promise<ImportedLetter> {
  if (kind === 'docx') return (await import('./docx')).importDocx(bytes);
  if (kind === 'pdf') return (await import('./pdf')).importPdf(bytes);
  if (kind === 'html') return (await import('./html')).importHtml(bytes);
  return (await import('./mail')).importMail(bytes);
}
