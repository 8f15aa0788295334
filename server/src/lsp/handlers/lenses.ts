import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { lensesOf } from '../../core/index';
import { toCodeLens } from '../convert';
import { answerChecked, type Session } from '../session';

/** Serves a code lens above each decision block, unless `imr.codeLens` is off. */
export function handleLenses(session: Session): void {
  const { connection, client, checks } = session;

  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answerChecked(session, 'code lenses', uri, null, token, (letter) => {
      if (!letter.settings.editor.codeLens) return [];
      const lenses = lensesOf(letter.ask, checks.shown(letter), checks.settled(letter));
      return lenses.map((lens) => toCodeLens(lens, letter, client));
    }),
  );

  checks.onStale(() => {
    if (client.refreshesLenses) checks.safely(() => connection.sendRequest(CodeLensRefreshRequest.type));
  });
}
