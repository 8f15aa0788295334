import type { Locate, Span } from '../core/index';

/** A YAML or JSON file with the place of every value. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
  /** Undefined where the file is broken. */
  readonly content: unknown;
  readonly locate: Locate;
  readonly errors: readonly { readonly span: Span; readonly message: string }[];
}

/** True for a file that is YAML or JSON by its name: a configuration, a pack, suppressions, never a letter. */
export function isDataFile(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}
