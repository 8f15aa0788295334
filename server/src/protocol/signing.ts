import type { PlainDocumentPart } from './cards';
import { request } from './messages';

/** Request: the page that is read before an open letter is signed, as data. Null for a text that is no open letter. */
export const signingPage = request<SigningPageParams, SigningPage | null>('imr/signingPage');

export interface SigningPageParams {
  readonly uri: string;
  /** Undefined: those of the check that is kept beside the letter. */
  readonly marks?: SigningMarks;
}

/** What a person has put on the page. */
export interface SigningMarks {
  /** Keys of the points that were looked at. */
  readonly ticked: readonly string[];
  readonly initials: string;
  readonly date: string;
}

export interface SigningPage {
  /** Of the letter. */
  readonly version: number;
  readonly title: string;
  readonly parts: readonly PlainDocumentPart[];
}

/** Request: the same page to be kept in a file beside the letter, without links. Null for a text that is no open letter. */
export const signingRecord = request<SigningPageParams, SigningRecord | null>('imr/signingRecord');

export interface SigningRecord {
  readonly text: string;
}

/** Request: whether the check that is kept beside an open letter still holds. Null for a text that is no open letter. */
export const verifyRecord = request<{ readonly uri: string }, VerifiedRecord | null>('imr/verifyRecord');

export interface VerifiedRecord {
  /** `missing`: no check is kept beside the letter. `unreadable`: the file of that name is not a saved check. */
  readonly state: 'unchanged' | 'changed' | 'missing' | 'unreadable';
  /** For a person, without the name of the letter. */
  readonly message: string;
}
