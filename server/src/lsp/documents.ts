import { type Connection, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from './text-change';
import { normalizeUri } from './uris';

/** An open text, in the last version that the client sent. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** The changes that led from the previous version to this one, in order. Empty for the first version. */
  readonly changes: readonly TextChange[];
}

/**
 * Keeps the open texts up to date, from full texts or increments. Versions are immutable. An open or a change that breaks the
 * protocol is logged and ignored, so no handler sees it.
 */
export function listenToDocuments(connection: Connection): TextDocuments<OpenText> {
  const documents = new TextDocuments<OpenText>({
    create: (uri, languageId, version, text) => {
      // Clients may send data that does not match the types.
      if (typeof uri !== 'string' || typeof text !== 'string') throw new TypeError('uri and text must be strings');
      return { uri, languageId, version, text, changes: [] };
    },
    update: (old, events, version) => {
      const document = TextDocument.create(old.uri, old.languageId, old.version, old.text);
      const changes = events.map((event) => {
        const change = toChange(document, event);
        TextDocument.update(document, [event], version);
        return change;
      });
      return { ...old, version, text: document.getText(), changes };
    },
  });
  documents.listen(connection);
  return documents;
}

/** Returns the change between two full texts: the part between their common start and end. */
function toChange(document: TextDocument, event: TextDocumentContentChangeEvent): TextChange {
  if (TextDocumentContentChangeEvent.isIncremental(event)) {
    const { start, end } = event.range;
    return { span: { start: document.offsetAt(start), end: document.offsetAt(end) }, newText: event.text };
  }
  const old = document.getText();
  const most = Math.min(old.length, event.text.length);
  let before = 0;
  while (before < most && old.charCodeAt(before) === event.text.charCodeAt(before)) before++;
  let behind = 0;
  while (behind < most - before && old.at(-1 - behind) === event.text.at(-1 - behind)) behind++;
  const span = { start: before, end: old.length - behind };
  return { span, newText: event.text.slice(before, event.text.length - behind) };
}

/** Finds an open text by its address, however it is escaped. */
export function openText(documents: TextDocuments<OpenText>, uri: string): OpenText | undefined {
  const normal = normalizeUri(uri);
  return documents.get(uri) ?? documents.all().find((each) => normalizeUri(each.uri) === normal);
}
