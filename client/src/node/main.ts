import type { ExtensionContext } from 'vscode';
import { type NewLanguageClient, startClient } from '../client';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code on the desktop and on a remote machine. The server is a process. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const newClient: NewLanguageClient = async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('./language-client');
    const run = { module, transport: TransportKind.ipc };
    const server = { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
    return new LanguageClient(id, name, server, options);
  };
  stop = startClient(context, newClient, { host: 'node' }).stop;
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
