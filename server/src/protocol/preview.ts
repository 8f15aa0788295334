import type { BlockState } from './letter-state';
import { request } from './messages';
import type { PlainRange } from './places';

/** Request: an open letter as it is printed. Null for a text that is not an open letter. */
export const preview = request<{ readonly uri: string }, Preview | null>('imr/preview');

export interface Preview {
  readonly version: number;
  readonly paragraphs: readonly PreviewParagraph[];
  readonly blocks: readonly Pick<BlockState, 'item' | 'outcome' | 'state'>[];
  readonly problems: readonly PreviewProblem[];
}

export interface PreviewParagraph {
  readonly kind: 'section' | 'heading' | 'field' | 'table' | 'text';
  /** On one line; a table keeps its lines. */
  readonly text: string;
  /** How many UTF-16 units at the beginning of `text` are a label. */
  readonly label: number;
  /** First line of its source, from 0. */
  readonly line: number;
  readonly block?: number;
}

export interface PreviewProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly range: PlainRange;
  /** Index of the paragraph beside which it is shown. */
  readonly paragraph: number;
}
