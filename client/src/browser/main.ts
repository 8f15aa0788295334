import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, State } from 'vscode-languageclient/browser';
import { type NewLanguageClient, startClient } from '../client';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code in the browser, without any machine behind it: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist/browser/server.js');
  stop = startClient(context, newClientOf(module), { host: 'browser' }).stop;
}

export async function deactivate(): Promise<void> {
  await stop?.();
}

function newClientOf(module: Uri): NewLanguageClient {
  return (id, name, options) => {
    let worker: Worker | undefined;
    const connect = async () => {
      worker = await startWorker(module);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient(id, name, connect, options);
    // A worker does not end by itself, as a process does.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped || newState === State.StartFailed) worker?.terminate();
    });
    return client;
  };
}

async function startWorker(module: Uri): Promise<Worker> {
  if (module.scheme !== 'vscode-remote') return new Worker(module.toString(true));
  // Where the extension lies on a remote machine and runs in the browser, VS Code makes no worker from its address.
  const code = await workspace.fs.readFile(module);
  return new Worker(URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' })));
}
