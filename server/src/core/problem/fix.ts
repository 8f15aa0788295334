import type { TextEdit } from '../text/edit';
import type { SnippetPart } from '../text/snippet';
import type { FixKind } from './fix-kind';

/** An edit as data; the engine applies it. `snippet` is `newText` with its places to fill in, where it has any. */
export interface FixEdit extends TextEdit {
  readonly snippet?: readonly SnippetPart[];
}

export interface Fix {
  /** What happens, in words a reviewer understands: `Insert "Decision rationale:"`. */
  readonly title: string;
  readonly kind: FixKind;
  readonly edits: readonly FixEdit[];
  /** `edits` is a getter that works for a while; the engine does not look into it before somebody wants the fix. */
  readonly isLazy?: true;
}
