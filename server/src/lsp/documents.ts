import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { normalizeUri } from './uris';

/** An open text as the client last sent it. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Offset behind the last change; undefined before the first. */
  readonly lastEdit: number | undefined;
}

/** Keeps the open texts up to date, whole or by increments. Each version is a value of its own. */
export function listenToDocuments(connection: Connection): TextDocuments<OpenText> {
  const documents = new TextDocuments<OpenText>({
    create: (uri, languageId, version, text) => ({ uri, languageId, version, text, lastEdit: undefined }),
    update: (old, changes, version) => {
      const document = TextDocument.create(old.uri, old.languageId, old.version, old.text);
      TextDocument.update(document, changes, version);
      const last = changes.at(-1);
      const isPartial = last !== undefined && 'range' in last;
      const lastEdit = isPartial ? document.offsetAt(last.range.start) + last.text.length : undefined;
      return { ...old, version, text: document.getText(), lastEdit };
    },
  });
  documents.listen(connection);
  return documents;
}

/** The open text at an address, however that is escaped. */
export function openText(documents: TextDocuments<OpenText>, uri: string): OpenText | undefined {
  const normal = normalizeUri(uri);
  return documents.get(uri) ?? documents.all().find((each) => normalizeUri(each.uri) === normal);
}
