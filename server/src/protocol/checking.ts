import { notification } from './messages';
import type { PlainPosition } from './places';

/** Client to server: the cursor of the letter that is being edited has moved, or (`null`) the editor has lost the focus. */
export const cursorMoved = notification<CursorMoved>('imr/cursorMoved');

export interface CursorMoved {
  readonly uri: string;
  readonly position: PlainPosition | null;
}

/** Client to server: check this letter now, whatever `imr.run` says. */
export const checkLetter = notification<CheckLetter>('imr/checkLetter');

export interface CheckLetter {
  readonly uri: string;
}
