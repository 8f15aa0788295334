// Messages between the page before signing and the editor.
import type { PlainDocumentPart } from '../../../server/src/protocol/cards';

export interface ToPage {
  readonly kind: 'check';
  readonly title: string;
  readonly parts: readonly PlainDocumentPart[];
}

export type ToEditor =
  | { readonly kind: 'ready' }
  | { readonly kind: 'openPage'; readonly page: string }
  /** From 1. */
  | { readonly kind: 'reveal'; readonly line: number; readonly column: number }
  | { readonly kind: 'tick'; readonly key: string; readonly isTicked: boolean }
  | { readonly kind: 'sign'; readonly initials: string; readonly date: string }
  | { readonly kind: 'save' };
