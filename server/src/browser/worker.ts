// The thread that reads letters: a worker of the supervisor, or the supervisor's own thread if the browser cannot start one.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import type { Language } from '../core/index';
import { startServer } from '../lsp/server';
import type { WorkerData } from '../supervisor/host';
import { hearFirst, languageScriptsFrom, scope } from './scope';

/** A supervisor sends its own message first; a client starts with its first request. */
hearFirst((message) => {
  const { workerData, languageScripts = fromThis() } = message as {
    workerData?: WorkerData;
    languageScripts?: readonly string[];
  };
  const port = scope as unknown as Worker;
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(port as never),
    new BrowserMessageWriter(port as never),
  );
  const loadLanguage = languageScripts === undefined ? undefined : () => importLanguage(languageScripts);
  startServer(connection, { version, checkDelay: 150, ...(loadLanguage && { loadLanguage }), ...workerData });
  if (!workerData) scope.onmessage?.({ data: message });
});

/** Returns the addresses for a client that does not send them. Undefined if this script has no address of its own. */
function fromThis(): readonly string[] | undefined {
  const own = scope.location?.href;
  return own === undefined || own.startsWith('blob:') ? undefined : languageScriptsFrom(own);
}

async function importLanguage(addresses: readonly string[]): Promise<Language> {
  scope.importScripts(...addresses);
  const { createImrLanguage } = globalThis as unknown as { createImrLanguage: () => Language };
  return createImrLanguage();
}
