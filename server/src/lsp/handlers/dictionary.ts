import type { CodeAction } from 'vscode-languageserver';
import type { Problem } from '../../core/index';
import { clientCommands } from '../../protocol/commands';
import { addWordInFolder, type WordOfLetter, type WrittenFile } from '../../protocol/ignoring';
import { onRequest } from '../../protocol/messages';
import type { CheckedLetter } from '../letters';
import { answerChecked, type Session } from '../session';
import { writeSettings } from '../write-settings';
import { problemAction } from './problem-action';

/** Adds a word to the dictionary of a letter's folder: to `words` of its configuration. */
export function handleDictionary(session: Session): void {
  onRequest(session.connection, addWordInFolder, ({ uri, word }, token) =>
    answerChecked<WrittenFile | null>(session, 'add word', uri, null, token, async ({ settings }) => {
      // Loaded when they are first needed, as they hold the YAML parser.
      const [{ changeFolderConfig }, { addWord }] = await Promise.all([
        import('../../workspace/folder-config'),
        import('../../workspace/edit-config'),
      ]);
      return writeSettings(session, (files) =>
        changeFolderConfig(files, settings.workspace, (text) => addWord(text, word)),
      );
    }),
  );
}

/** Offers, to a client that runs our commands, to add each unknown word among the problems to a dictionary: the user's, the folder's. */
export function dictionaryActions(
  session: Session,
  letter: CheckedLetter,
  problems: readonly Problem[],
): readonly CodeAction[] {
  if (!session.client.commands) return [];
  const { uri } = letter;
  const hasFolder = uri.includes('://');
  const byWord = new Map(problems.toReversed().map((problem) => [problem.unknownWord, problem]));
  return [...byWord].reverse().flatMap(([word, problem]): CodeAction[] => {
    if (word === undefined) return [];
    const action = (where: string, command: string): CodeAction => {
      const title = `Add "${word}" to dictionary (${where})`;
      const added: WordOfLetter = { uri, word };
      return problemAction(session, letter, problem, { title, command, arguments: [added] });
    };
    return [
      action('user', clientCommands.addWordForUser),
      ...(hasFolder ? [action('this folder', clientCommands.addWordInFolder)] : []),
    ];
  });
}
