/** The kinds of documents that a letter can be imported from. */
export type DocumentKind = 'docx' | 'pdf';

/** Returns the kind of a document by its first bytes, and its name where these are of many kinds; undefined for plain text. */
export function documentKind(bytes: Uint8Array, name: string): DocumentKind | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  if (head === '%PDF-') return 'pdf';
  return head.startsWith('PK\x03\x04') && /\.docx$/i.test(name) ? 'docx' : undefined;
}

/** True for a file that is such a document by its name. */
export function isDocumentName(name: string): boolean {
  return /\.(?:docx|pdf)$/i.test(name);
}
