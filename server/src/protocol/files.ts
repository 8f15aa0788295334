import { request } from './messages';

/** Request of the server: a file, as `FileRead`. Null for one that is not there or cannot be read. */
export const readFile = request<ReadFile, FileRead | null>('imr/readFile');

export interface ReadFile {
  readonly uri: string;
  /** In bytes. */
  readonly largest: number;
}

/** The bytes of a file, or why the client does not serve it: one of the reasons of `workspace/reach.ts`. */
export interface FileRead {
  readonly base64?: string;
  readonly refusal?: 'network' | 'elsewhere' | 'outside' | 'kind' | 'size';
}

/**
 * Request of the server: replace the text of a configuration or suppression file. An empty text, before or after, is no file. True when
 * it was written; false, with nothing written, when its text is not `before` any more.
 */
export const replaceText = request<ReplaceText, boolean>('imr/replaceText');

export interface ReplaceText {
  readonly uri: string;
  readonly before: string;
  readonly text: string;
}

/** Request of the server: the URIs of files below a folder that may be letters by their name. */
export const findLetters = request<FindLetters, string[]>('imr/findLetters');

export interface FindLetters {
  readonly folder: string;
  readonly limit: number;
}
