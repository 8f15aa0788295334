import { type CodeAction, CodeActionKind, type Command } from 'vscode-languageserver';
import type { Problem } from '../../core/index';
import { toDiagnostic } from '../convert';
import type { CheckedLetter } from '../letters';
import type { Session } from '../session';

/** Returns a quick fix that runs a command instead of an edit and has the command's title. */
export function problemAction(
  { client }: Pick<Session, 'client'>,
  letter: CheckedLetter,
  problem: Problem,
  command: Command,
): CodeAction {
  return {
    title: command.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(problem, letter, client)],
    command,
  };
}
