import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, State } from 'vscode-languageclient/browser';
import { type NewLanguageClient, startClient } from '../client';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code in the browser, without any machine behind it: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const folder = Uri.joinPath(context.extensionUri, 'dist/browser');
  stop = startClient(context, newClientOf(folder), { host: 'browser' }).stop;
}

export async function deactivate(): Promise<void> {
  await stop?.();
}

function newClientOf(folder: Uri): NewLanguageClient {
  return (id, name, options) => {
    let worker: Worker | undefined;
    const connect = async () => {
      worker = await startWorker(folder);
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

async function startWorker(folder: Uri): Promise<Worker> {
  const [server, workerScript, languageScript] = await Promise.all(
    ['server.js', 'server-worker.js', 'language.js'].map((name) => addressOf(folder, name)),
  );
  const worker = new Worker(server as string);
  // VS Code does not let a worker know its own address, by which it would find the other script.
  worker.postMessage({ workerScript, languageScript });
  return worker;
}

async function addressOf(folder: Uri, name: string): Promise<string> {
  const module = Uri.joinPath(folder, name);
  if (module.scheme !== 'vscode-remote') return module.toString(true);
  // Where the extension lies on a remote machine and runs in the browser, VS Code makes no worker from its address.
  const code = await workspace.fs.readFile(module);
  return URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
}
