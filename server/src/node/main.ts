// The language server as a process: `imr-language-server --stdio | --node-ipc | --socket=PORT`.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { describeError } from '../lsp/guard';
import { startServer } from '../lsp/server';
import { openFiles } from './files';

const usage = `imr-language-server ${version}: the language server for IMR determination letters

  --stdio         speak over standard input and output
  --node-ipc      speak to the Node process that started this one
  --socket=PORT   connect to a port of this machine
  --version, --help`;

const transports = [/^--stdio$/, /^--node-ipc$/, /^--socket(?:=\d+)?$/, /^--pipe(?:=.+)?$/];

function main(args: readonly string[]): void {
  if (args.includes('--version')) {
    console.log(version);
  } else if (args.includes('--help')) {
    console.log(usage);
  } else if (!args.some((arg) => transports.some((transport) => transport.test(arg)))) {
    console.error(usage);
    process.exitCode = 2;
  } else {
    const connection = createConnection(ProposedFeatures.all);
    // What nobody waited for, such as a message to a client that has gone, must not end the server.
    process.on('unhandledRejection', (error) => connection.console.error(`unhandled: ${describeError(error)}`));
    startServer(connection, { version, checkDelay: 150, files: openFiles() });
  }
}

main(process.argv.slice(2));
