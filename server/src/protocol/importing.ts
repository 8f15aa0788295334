import { request } from './messages';

/** Request: the text of a Word document, PDF, web page, or email. Null where the server cannot read documents, as in a browser. */
export const importLetter = request<ImportLetter, LetterImport | null>('imr/importLetter');

export interface ImportLetter {
  /** The name of the file. Some kinds of documents are recognized by it. */
  readonly name: string;
  readonly base64: string;
}

export interface LetterImport {
  /** Absent where the document cannot be read. */
  readonly text?: string;
  /** What was left out, or why the document cannot be read; sentences. */
  readonly notes: readonly string[];
}
