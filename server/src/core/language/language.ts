import type { Dictionary } from './dictionary';
import type { Tagger } from './tagger';

/** What a check of the language needs beside the library: too large to be loaded for anything else. */
export interface Language {
  readonly tagger: Tagger;
  readonly dictionary: Dictionary;
}
