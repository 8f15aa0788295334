import { request } from './messages';

/** Request: an open letter without what identifies a person. Null for a text that is no open letter. */
export const redactedLetter = request<{ readonly uri: string }, RedactedText | null>('imr/redactedLetter');

export interface RedactedText {
  readonly text: string;
  /** What was replaced: `2 telephone numbers`. */
  readonly replaced: readonly string[];
}
