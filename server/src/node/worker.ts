// The thread that reads letters: the language server. Its supervisor may terminate it at any time.
import { AsyncLocalStorage } from 'node:async_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { createConnection, PortMessageReader, PortMessageWriter, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { loadLanguage } from '../language/load';
import { describeError } from '../lsp/guard';
import { startServer } from '../lsp/server';
import { sendNotification } from '../protocol/messages';
import { type Working, working } from '../protocol/supervision';
import type { WorkerData } from '../supervisor/host';
import { openFiles } from './files';
import { importDocument } from './import-document';

/** Serves over the port to the supervisor. */
export function serveSupervisor(): void {
  if (!parentPort) throw new Error('The worker of the language server is not a program of its own: start server.js.');
  const { generation, resting } = workerData as WorkerData;
  const connection = createConnection(
    ProposedFeatures.all,
    new PortMessageReader(parentPort),
    new PortMessageWriter(parentPort),
  );
  const works = new AsyncLocalStorage<Working>();
  // A rejection that nobody awaits, e.g. a message to a client that has gone, must not end the server.
  process.on('unhandledRejection', (error) => connection.console.error(`unhandled: ${describeError(error)}`));
  process.on('uncaughtException', (error) => {
    const work = works.getStore();
    if (work) void sendNotification(connection, working, work);
    connection.console.error(`uncaught: ${describeError(error)}`);
    process.exit(1);
  });
  const within = <T>(work: Working, run: () => T): T => works.run(work, run);
  startServer(connection, {
    version,
    checkDelay: 150,
    files: openFiles(),
    loadLanguage,
    generation,
    resting,
    within,
    importLetter: importDocument,
  });
}

serveSupervisor();
