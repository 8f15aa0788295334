// The thread that reads letters: a worker of the supervisor's, or the supervisor's own thread in a browser that has no such.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { startServer } from '../lsp/server';
import type { WorkerData } from '../supervisor/host';
import { hearFirst, scope } from './scope';

/** A supervisor begins with what it has to say itself; a client begins with its own first message. */
hearFirst((message) => {
  const { workerData } = message as { workerData?: WorkerData };
  const port = scope as unknown as Worker;
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(port as never),
    new BrowserMessageWriter(port as never),
  );
  startServer(connection, { version, checkDelay: 150, ...workerData });
  if (!workerData) scope.onmessage?.({ data: message });
});
