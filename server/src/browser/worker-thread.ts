import type { Host } from '../supervisor/host';
import { type Message, notificationOf } from '../supervisor/message';

/** Starts workers from a script, wherever it lies: a browser starts none from another host, but lets one import from there. */
export function workerStarter(address: string, languageScripts: readonly string[]): Host['startWorker'] {
  const code = `importScripts(${JSON.stringify(address)});`;
  return (workerData, { onMessage, onEnd }) => {
    const blob = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const worker = new Worker(blob);
    let isUp = false;
    worker.onmessage = ({ data }: MessageEvent<Message>) => {
      isUp = true;
      onMessage(data);
    };
    // A browser does not tell which letter an error comes from that was thrown later, and lets the worker go on. A script that fails
    // before its first message has not come up.
    worker.onerror = (event) => {
      event.preventDefault();
      if (isUp) {
        onMessage(notificationOf('window/logMessage', { type: 2, message: `uncaught error, line ${event.lineno}` }));
        return;
      }
      worker.terminate();
      onEnd('fault');
    };
    worker.postMessage({ workerData, languageScripts });
    return {
      post: (message) => worker.postMessage(message),
      kill: () => {
        worker.onmessage = null;
        worker.onerror = null;
        worker.terminate();
        URL.revokeObjectURL(blob);
      },
    };
  };
}
