import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from '../client';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code in the browser, without any machine behind it: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true);
  // The worker itself, not a function that makes one: the web host refuses the latter.
  stop = startClient(context, (id, name, options) => new LanguageClient(id, name, new Worker(module), options), {
    host: 'browser',
  }).stop;
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
