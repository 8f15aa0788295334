import type { TextEdit } from '../text/edit';
import type { SnippetPart } from '../text/snippet';
import type { FixKind } from './fix-kind';

/** An edit as data. `snippet` is `newText` with its places to fill in, if it has any. */
export interface FixEdit extends TextEdit {
  readonly snippet?: readonly SnippetPart[];
}

export interface Fix {
  /** An imperative that names the result: `Insert "Decision rationale:"`. */
  readonly title: string;
  readonly kind: FixKind;
  readonly edits: readonly FixEdit[];
  /** `edits` is a getter that may take time; the engine does not read it until somebody wants the fix. */
  readonly isLazy?: true;
}
