/** What the host of the server gives it: the Node entry has files, a browser worker has none but those its client reads. */
export interface Runtime {
  /** Of the package, for `serverInfo`. */
  readonly version: string;
  /** Milliseconds of rest after a change before an open letter is checked unasked. */
  readonly checkDelay: number;
  readonly files?: Files;
}

/** Access to the files of the workspace, by URI. Neither function throws: what cannot be read is not there. */
export interface Files {
  read(uri: string): Promise<Uint8Array | undefined>;
  /** Files below a folder that may be letters by their name. */
  findLetters(folder: string, limit: number): Promise<readonly string[]>;
}
