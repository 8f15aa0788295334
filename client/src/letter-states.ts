import * as vscode from 'vscode';
import type { LetterState } from '../../server/src/protocol/letter-state';

/** What the server last reported about each open letter. */
export interface LetterStates extends vscode.Disposable {
  of(uri: vscode.Uri): LetterState | undefined;
  /** Fires with the letter's address, or with undefined when all states are unknown. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
  accept(state: LetterState): void;
  clear(): void;
}

export function createLetterStates(): LetterStates {
  const states = new Map<string, LetterState>();
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    if (states.delete(uri.toString())) changed.fire(uri);
  });
  return {
    of: (uri) => states.get(uri.toString()),
    onDidChange: changed.event,
    accept: (state) => {
      // Parsed, because server and editor may escape an address differently.
      const uri = vscode.Uri.parse(state.uri);
      states.set(uri.toString(), state);
      changed.fire(uri);
    },
    clear: () => {
      states.clear();
      changed.fire(undefined);
    },
    dispose: () => {
      closing.dispose();
      changed.dispose();
    },
  };
}
