import type { CodeAction } from 'vscode-languageserver';
import type { Problem } from '../../core/index';
import { clientCommands } from '../../protocol/commands';
import { addWordInFolder, type WordOfLetter, type WrittenFile } from '../../protocol/ignoring';
import { onRequest } from '../../protocol/messages';
import type { CheckedLetter } from '../letters';
import { answerChecked, type Session } from '../session';
import { writeSettings } from '../write-settings';
import { problemAction } from './problem-action';

/** Adds a word to `words` in the configuration of a letter's folder. */
export function handleDictionary(session: Session): void {
  onRequest(session.connection, addWordInFolder, ({ uri, word }, token) =>
    answerChecked<WrittenFile | null>(session, 'add word', uri, null, token, async ({ settings }) => {
      // Loaded on first use because it contains the YAML parser.
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

/** Offers to add each unknown word to the user's or the folder's dictionary, for clients that run our commands. */
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
