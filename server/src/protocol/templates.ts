import type { WrittenFile } from './ignoring';
import { request } from './messages';
import type { PlainRange } from './places';

/** Request: a stretch of a letter as the text of a template. Null for a text that is no letter, or an empty stretch. */
export const templateDraft = request<TemplateDraftParams, TemplateDraft | null>('imr/templateDraft');

export interface TemplateDraftParams {
  readonly uri: string;
  readonly range: PlainRange;
}

export interface TemplateDraft {
  /** Item, name and guideline are names in braces, dates are places. */
  readonly text: string;
  /** Of the block it was taken from; null where that has none. */
  readonly class: string | null;
  readonly outcome: 'Upheld' | 'Overturned' | null;
  /** The classes of request there are. */
  readonly classes: readonly { readonly id: string; readonly name: string }[];
}

/** Request: keep a template in the team's pack. The answer is the pack; null for a text that is no letter. */
export const saveTemplate = request<SaveTemplateParams, WrittenFile | null>('imr/saveTemplate');

export interface SaveTemplateParams {
  readonly uri: string;
  readonly title: string;
  readonly text: string;
  /** Id of the class it is for; null for any. */
  readonly class: string | null;
  /** Null: for either outcome. */
  readonly outcome: 'Upheld' | 'Overturned' | null;
}
