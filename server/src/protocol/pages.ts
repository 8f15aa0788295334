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

/** Request: the same page to be kept in a file beside the letter, without links. Null for a text that is no open letter. */
export const signingRecord = request<SigningRecordParams, SigningRecord | null>('imr/signingRecord');

export interface SigningRecordParams {
  readonly uri: string;
}

export interface SigningRecord {
  readonly text: string;
}

/** Request: whether the check that is kept beside an open letter still holds. Null for a text that is no open letter. */
export const verifyRecord = request<SigningRecordParams, VerifiedRecord | null>('imr/verifyRecord');

export interface VerifiedRecord {
  /** `missing`: no check is kept beside the letter. `unreadable`: the file of that name is not a saved check. */
  readonly state: 'unchanged' | 'changed' | 'missing' | 'unreadable';
  /** For a person, without the name of the letter. */
  readonly message: string;
}

/** Request of LSP: the text of a page. */
export const pageText = request<{ readonly uri: string }, { readonly text: string }>('workspace/textDocumentContent');
