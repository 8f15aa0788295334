import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { highlightsAt, linkedItemAt, renameItem, renameTargetAt, whyNoItem } from '../../core/index';
import { toDocumentHighlight, toOffset, toRange, toWorkspaceEdit } from '../convert';
import { answer, type Session } from '../session';

/** Serves highlighting and renaming of an item in all its places. */
export function handleItems(session: Session): void {
  const { connection, client } = session;

  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer(session, 'highlights', uri, null, token, ({ ask, source }) => {
      const highlights = highlightsAt(ask, toOffset(source, position));
      // For an empty list, VS Code highlights every copy of the word under the cursor, also "is" and "the". An empty range at the
      // cursor shows nothing and stops that.
      return highlights.length === 0
        ? [{ range: { start: position, end: position } }]
        : highlights.map((each) => toDocumentHighlight(each, source));
    }),
  );

  connection.languages.onLinkedEditingRange(({ textDocument: { uri }, position }, token) =>
    answer(session, 'linked editing', uri, null, token, ({ ask, source }) => {
      const places = linkedItemAt(ask, toOffset(source, position));
      // The editor ends linked editing at the first character that cannot be part of an item.
      return places.length === 0
        ? null
        : { ranges: places.map((each) => toRange(source, each)), wordPattern: '[^\\r\\n]*' };
    }),
  );

  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    answer(session, 'prepare rename', uri, null, token, ({ ask, source }) => {
      const target = renameTargetAt(ask, toOffset(source, position));
      return target ? { range: toRange(source, target.span), placeholder: target.text } : null;
    }),
  );

  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    answer(session, 'rename', uri, null, token, (letter) => {
      const { ask, source } = letter;
      const target = renameTargetAt(ask, toOffset(source, position));
      const refusal = target ? whyNoItem(newName) : 'Only the item of a decision can be renamed.';
      if (!target || refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, refusal ?? '');
      return toWorkspaceEdit(renameItem(ask, target, newName), letter, client);
    }),
  );
}
