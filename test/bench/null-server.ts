// A language server that does nothing: it synchronizes texts and answers that it found nothing. What ours costs is told above it.
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    diagnosticProvider: { identifier: 'null', interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(({ textDocument }) => {
  documents.get(textDocument.uri);
  return { kind: 'full', items: [] };
});
connection.onHover(() => null);
documents.listen(connection);
connection.listen();
