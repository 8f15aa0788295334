import type { Language } from '../core/index';
import type { LetterImport } from '../protocol/importing';
import type { Working } from '../protocol/supervision';
import type { ReadLimits } from '../workspace/file-system';

/** What the host of the server gives it: the Node entry has files, a browser worker has none but those its client reads. */
export interface Runtime {
  /** Of the package, for `serverInfo`. */
  readonly version: string;
  /** Milliseconds of rest after a change before an open letter is checked unasked. */
  readonly checkDelay: number;
  /** Milliseconds after the last change in which somebody is still writing, for a client that does not send its cursor; default 1000. */
  readonly writingRest?: number;
  readonly files?: Files;
  /** Loads what language is checked with; without it, language is not checked. */
  loadLanguage?(): Promise<Language>;
  /** Reads a document as a letter; absent where the libraries for it cannot be loaded. */
  importLetter?(bytes: Uint8Array, name: string): Promise<LetterImport>;
  /** Tells the results of this server from those of one that it took the place of. */
  readonly generation?: number;
  /** Addresses of closed files that ended such a one: they are not read before they change. */
  readonly resting?: readonly string[];
  /** Runs what belongs to a text in a context by which the host knows where a fault came from that is thrown later. */
  within?<T>(work: Working, run: () => T): T;
}

/** Access to the files of the workspace, by URI. What cannot be read is not there. */
export interface Files {
  /** As `FileSystem.readFile`: throws a RefusedError for what must not be read. */
  read(uri: string, limits: ReadLimits): Promise<Uint8Array | undefined>;
  /** Files below a folder that may be letters by their name. */
  findLetters(folder: string, limit: number): Promise<readonly string[]>;
  /**
   * Replaces a text file whole if its text is still `before`; false if it is not. An empty text, before or after, is no file. Throws,
   * with words for people, when it cannot be written.
   */
  replaceText(uri: string, before: string, text: string): Promise<boolean>;
}
