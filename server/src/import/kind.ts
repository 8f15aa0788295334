/** The kinds of documents that a letter can be imported from. */
export type DocumentKind = 'docx' | 'pdf' | 'html' | 'mail';

const zip = 'PK\x03\x04';
/** Of an encrypted document, and of the format that Word had before. */
const compound = '\xd0\xcf\x11\xe0';

/** Returns the kind of a document by its first bytes, and its name where these are of many kinds; undefined for plain text. */
export function documentKind(bytes: Uint8Array, name: string): DocumentKind | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith(zip) || head.startsWith(compound)) return /\.docx$/i.test(name) ? 'docx' : undefined;
  if (/\.eml$/i.test(name)) return 'mail';
  return /\.x?html?$/i.test(name) || /^(?:\xef\xbb\xbf)?\s{0,80}<(?:!doctype html|html)\b/i.test(head)
    ? 'html'
    : undefined;
}

/** True for a file that is a document by its name. Word's own `~$letter.docx` beside an open document is none. */
export function isDocumentName(name: string): boolean {
  return /\.(?:docx|pdf|x?html?|eml)$/i.test(name) && !/(?:^|[\\/])~\$[^\\/]*$/.test(name);
}
