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
 * Asks a client that can for the texts of settings files as they are typed: files with one of our names anywhere, and packs after a
 * configuration names them. No feature is offered for them, and no other YAML or JSON is requested. A registration stays, and no two
 * filters may match one file, because a client sends its changes once per filter.
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

/** A pattern for this one file, with wildcards escaped. */
function filterFor(uri: string): TextDocumentFilter {
  const parsed = URI.parse(uri);
  const path = parsed.fsPath.replace(/\\/g, '/');
  return { scheme: parsed.scheme, pattern: path.replace(/[[\]{}*?]/g, '[$&]') };
}
