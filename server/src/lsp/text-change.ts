import type { Span } from '../core/index';

/** A change of a text: `span` of the old text was replaced by `newText`. */
export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}
