import { type InlineCompletionItem, Range, StringValue } from 'vscode-languageserver';
import { nextSentence, toPlainText, toSnippet } from '../../core/index';
import { toOffset } from '../convert';
import { answer, type Session } from '../session';

/** The next standard sentence of a rationale as ghost text, where `imr.inlineSentences` is on. */
export function handleInlineCompletion(session: Session): void {
  const { connection, client } = session;

  connection.languages.inlineCompletion.on(({ textDocument: { uri }, position }, token) =>
    answer<InlineCompletionItem[]>(session, 'inline completion', uri, [], token, ({ ask, source, settings }) => {
      if (!settings.editor.inlineSentences) return [];
      const parts = nextSentence(ask, toOffset(source, position));
      if (!parts) return [];
      const insertText = client.snippetCompletions ? StringValue.createSnippet(toSnippet(parts)) : toPlainText(parts);
      return [{ insertText, range: Range.create(position, position) }];
    }),
  );
}
