// The language server in a web worker, as VS Code for the Web starts it: a supervisor, with a worker of its own that reads letters.
import { limits } from '../supervisor/host';
import type { Message } from '../supervisor/message';
import { Supervisor } from '../supervisor/supervisor';
import { hearFirst, scope } from './scope';
import { workerStarter } from './worker-thread';

/**
 * The first message of our client says where the script of the worker lies; for any other client it lies beside this one. The
 * script of the dictionary lies beside that of the worker, unless the client says where.
 */
hearFirst((message) => {
  const { workerScript, languageScript } = message as { workerScript?: string; languageScript?: string };
  const address = workerScript ?? new URL('server-worker.js', scope.location?.href).href;
  if (typeof Worker === 'undefined') {
    // Older browsers start no worker from a worker. There a letter in which a check is caught takes the others with it until the
    // window is loaded again; all else works as well in this thread.
    scope.importScripts(address);
  } else {
    supervise(address, languageScript ?? new URL('language.js', address).href);
  }
  if (workerScript === undefined) scope.onmessage?.({ data: message });
});

function supervise(address: string, languageScript: string): void {
  const supervisor = new Supervisor(
    {
      startWorker: workerStarter(address, languageScript),
      send: (message) => scope.postMessage(message),
      exit: () => scope.close(),
    },
    limits,
  );
  scope.onmessage = ({ data }) => supervisor.fromClient(data as Message);
}
