import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, State } from 'vscode-languageclient/browser';
import { type NewLanguageClient, startClient } from '../client';

let stop: (() => Promise<void>) | undefined;

/** Called by VS Code in the browser. The server is a web worker. */
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
    // Unlike a process, a worker must be terminated.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped || newState === State.StartFailed) worker?.terminate();
    });
    return client;
  };
}

async function startWorker(folder: Uri): Promise<Worker> {
  const [server = '', workerScript, ...languageScripts] = await Promise.all(
    [
      'server.js',
      'server-worker.js',
      // Imported in this order when language is first checked.
      '../language/tagger.js',
      '../language/dictionary.js',
      'language.js',
    ].map((path) => addressOf(Uri.joinPath(folder, path))),
  );
  const worker = new Worker(server);
  // VS Code does not let a worker know its own address, which would lead to the other scripts.
  worker.postMessage({ workerScript, languageScripts });
  return worker;
}

async function addressOf(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  // If the extension is on a remote machine and runs in the browser, VS Code makes no worker from its address.
  const code = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
}
