import type * as vscode from 'vscode';
import type { DeterminationRow } from '../../../server/src/protocol/determination';

/** One object across versions of the letter, because the editor identifies a row by its object. */
export interface Row {
  readonly uri: vscode.Uri;
  readonly id: string;
  data: DeterminationRow;
  parent: Row | undefined;
  children: readonly Row[];
}

/** Unique across letters. */
export function nameOf({ uri, id }: Row): string {
  return `${uri}#${id}`;
}
