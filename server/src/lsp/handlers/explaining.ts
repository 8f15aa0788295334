import { type CodeAction, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { type Problem, ruleNamed, rules } from '../../core/index';
import { clientCommands, serverCommands } from '../../protocol/commands';
import { pageAddress } from '../convert';
import { guard } from '../guard';
import type { CheckedLetter } from '../letters';
import type { Session } from '../session';
import { problemAction } from './problem-action';

/** Explains a rule in a message, for clients that cannot open our pages. */
export function handleExplaining({ connection, client }: Session): void {
  if (client.commands) return;
  connection.onExecuteCommand(({ command, arguments: [code] = [] }, token) =>
    guard(connection.console, 'explanation', null, token, () => {
      const rule = command === serverCommands.explain ? ruleNamed(String(code), rules) : undefined;
      const type = MessageType.Info;
      // A notification, because there is nothing to choose and not every client answers a request to show a message.
      if (rule) {
        const message = `${rule.code} ${rule.name}: ${rule.why} ${rule.repair}`;
        void connection.sendNotification(ShowMessageNotification.type, { type, message });
      }
      return null;
    }),
  );
}

/** Offers `Explain IMR301` for each of the problems. */
export function explainActions(
  session: Session,
  letter: CheckedLetter,
  problems: readonly Problem[],
): readonly CodeAction[] {
  return problems.map((problem) => {
    const title = `Explain ${problem.code}`;
    const command = session.client.commands
      ? { title, command: clientCommands.openPage, arguments: [pageAddress(`rule/${problem.code}`)] }
      : { title, command: serverCommands.explain, arguments: [problem.code] };
    return problemAction(session, letter, problem, command);
  });
}
