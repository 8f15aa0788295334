import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from '../client';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code on the desktop and on a remote machine. The server is a process. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const server = { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
  stop = startClient(context, (id, name, options) => new LanguageClient(id, name, server, options), {
    host: 'node',
  }).stop;
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
