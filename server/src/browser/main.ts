// The language server in a web worker, as VS Code for the Web starts it.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { startServer } from '../lsp/server';

const worker = globalThis as unknown as Worker;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker as never),
  new BrowserMessageWriter(worker as never),
);
startServer(connection, { version, checkDelay: 150 });
