// Messages between the preview and its page.
import type { Preview } from '../../../server/src/protocol/preview';

export type ToPage =
  | { readonly kind: 'letter'; readonly preview: Preview }
  /** The first line that the editor shows. */
  | { readonly kind: 'scroll'; readonly line: number };

export type ToEditor =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reveal'; readonly line: number }
  | { readonly kind: 'problem'; readonly index: number }
  | { readonly kind: 'scrolled'; readonly line: number };
