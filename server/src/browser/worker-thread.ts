import type { Host } from '../supervisor/host';
import { type Message, notificationOf } from '../supervisor/message';

/** Starts workers from a script at any address: a browser starts none from another host, but a worker may import a script from there. */
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
    // A browser does not say which letter caused a delayed error, and the worker continues. A script that fails before its first message
    // has not started.
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
