import {
  BulkRegistration,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type TextDocumentFilter,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { configNames } from '../workspace/config';
import { isDataFile } from '../workspace/data-file';
import { resolvePath } from '../workspace/paths';
import { suppressionsPath } from '../workspace/suppressions';
import type { Session } from './session';

const fixedNames = [...configNames, suppressionsPath];

/**
 * Asks a client that can for the texts of the files that settings come from, as they are typed: those with a name of ours
 * anywhere, and packs once a configuration is read that names them. Only their texts are asked for, no feature, and of no other
 * YAML or JSON.
 * What was asked for once stays so: no two of these filters may fit one file, since a client sends its changes for each.
 */
export function followSettingFiles(session: Session): void {
  const { client, folders, settings, checks } = session;
  if (!client.registersTexts) return;
  const schemes = new Set(['file', ...[...folders].map((uri) => URI.parse(uri).scheme)]);
  register(
    session,
    [...schemes].flatMap((scheme) => fixedNames.map((name) => ({ scheme, pattern: `**/${name}` }))),
  );
  settings.onDidAsk((uri) => {
    if (isDataFile(uri) && !fixedNames.some((name) => uri.endsWith(`/${name}`))) register(session, [filterFor(uri)]);
  });
  // Packs may be open before any letter is.
  for (const folder of folders) {
    checks.safely(async () => {
      await settings.of(resolvePath(folder, '.imr.yaml'));
    });
  }
}

function register({ connection, checks }: Session, documentSelector: TextDocumentFilter[]): void {
  const texts = BulkRegistration.create();
  texts.add(DidOpenTextDocumentNotification.type, { documentSelector });
  texts.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
  texts.add(DidSaveTextDocumentNotification.type, { documentSelector, includeText: false });
  texts.add(DidCloseTextDocumentNotification.type, { documentSelector });
  checks.safely(async () => {
    await connection.client.register(texts);
  });
}

/** This one file; what a pattern would take for a wildcard stands for itself. */
function filterFor(uri: string): TextDocumentFilter {
  const parsed = URI.parse(uri);
  const path = parsed.fsPath.replace(/\\/g, '/');
  return { scheme: parsed.scheme, pattern: path.replace(/[[\]{}*?]/g, '[$&]') };
}
