// The thread that reads letters: a worker of the supervisor's, or the supervisor's own thread in a browser that has no such.
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
import { hearFirst, scope } from './scope';

/** A supervisor begins with what it has to say itself; a client begins with its own first message. */
hearFirst((message) => {
  const { workerData, languageScript = besideThis() } = message as {
    workerData?: WorkerData;
    languageScript?: string;
  };
  const port = scope as unknown as Worker;
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(port as never),
    new BrowserMessageWriter(port as never),
  );
  const loadLanguage = languageScript === undefined ? undefined : () => importLanguage(languageScript);
  startServer(connection, { version, checkDelay: 150, ...(loadLanguage && { loadLanguage }), ...workerData });
  if (!workerData) scope.onmessage?.({ data: message });
});

/** Where the script lies for a client that does not say: beside this one, if that has an address. */
function besideThis(): string | undefined {
  const own = scope.location?.href;
  return own?.startsWith('blob:') ? undefined : own && new URL('language.js', own).href;
}

async function importLanguage(address: string): Promise<Language> {
  scope.importScripts(address);
  const { createImrLanguage } = globalThis as unknown as { createImrLanguage: () => Language };
  return createImrLanguage();
}
