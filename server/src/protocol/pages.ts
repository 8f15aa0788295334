import { request } from './messages';

/** Scheme of the pages about rules and guidelines, `imr-library:/rule/IMR301.md`; read by `workspace/textDocumentContent`. */
export const pageScheme = 'imr-library';

/**
 * Folder of the pages that are read before an open letter is signed, `imr-library:/check/<name>.md?<address of the letter>`. They
 * follow the letter while they are open.
 */
export const checkPages = '/check/';

/** The name of the file beside a letter in which its check is kept: `letter.check.md` for `letter.imr.txt`. */
export function recordName(letter: string): string {
  return `${letter.replace(/(?:\.imr)?(?:\.txt)?$/i, '')}.check.md`;
}

/** Request of LSP: the text of a page. */
export const pageText = request<{ readonly uri: string }, { readonly text: string }>('workspace/textDocumentContent');
