// The language server in a web worker, as VS Code for the Web starts it: a supervisor with a worker of its own.
import { limits } from '../supervisor/host';
import type { Message } from '../supervisor/message';
import { Supervisor } from '../supervisor/supervisor';
import { hearFirst, languageScriptsFrom, scope } from './scope';
import { workerStarter } from './worker-thread';

/** The first message of our client has the addresses of all scripts. For any other client they are found from the address of this one. */
hearFirst((message) => {
  const { workerScript, languageScripts } = message as { workerScript?: string; languageScripts?: readonly string[] };
  const address = workerScript ?? new URL('server-worker.js', scope.location?.href).href;
  if (typeof Worker === 'undefined') {
    // Older browsers cannot start a worker from a worker. There, a check that hangs blocks all letters until the window is reloaded;
    // everything else works the same in this thread.
    scope.importScripts(address);
  } else {
    supervise(address, languageScripts ?? languageScriptsFrom(address));
  }
  if (workerScript === undefined) scope.onmessage?.({ data: message });
});

function supervise(address: string, languageScripts: readonly string[]): void {
  const supervisor = new Supervisor(
    {
      startWorker: workerStarter(address, languageScripts),
      send: (message) => scope.postMessage(message),
      exit: () => scope.close(),
    },
    limits,
  );
  scope.onmessage = ({ data }) => supervisor.fromClient(data as Message);
}
