import type * as vscode from 'vscode';
import type { Detection } from '../detection';
import type { LetterStates } from '../letter-states';
import type { Runtime } from '../runtime';
import type { ServerLink } from '../server-link';

/** What commands work on. */
export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly runtime: Runtime;
  readonly output: vscode.LogOutputChannel;
  readonly letters: LetterStates;
  readonly link: ServerLink;
  readonly detection: Detection;
}
