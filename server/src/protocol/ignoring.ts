import { request } from './messages';
import type { PlainRange } from './places';

/** A finding as the server reported it: the version of its letter, and where in it. */
export interface FindingPlace {
  readonly uri: string;
  readonly version: number;
  readonly code: string;
  readonly range: PlainRange;
}

/** Request: add this finding to the suppressions. The answer is the file that was written; null where it is broken. */
export const ignoreHere = request<IgnoreHere, WrittenFile | null>('imr/ignoreHere');

export interface IgnoreHere extends FindingPlace {
  readonly reason: string;
}

/** Request: switch the rule off in the folder's configuration. The answer is as for `ignoreHere`. */
export const ignoreInFolder = request<FindingPlace, WrittenFile | null>('imr/ignoreInFolder');

export interface WrittenFile {
  readonly uri: string;
}
