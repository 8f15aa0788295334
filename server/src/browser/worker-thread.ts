import type { Host } from '../supervisor/host';
import type { Message } from '../supervisor/message';

/** Starts workers from a script, wherever it lies: a browser starts none from another host, but lets one import from there. */
export function workerStarter(address: string, languageScript: string): Host['startWorker'] {
  const code = `importScripts(${JSON.stringify(address)});`;
  return (workerData, { onMessage, onEnd }) => {
    const blob = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const worker = new Worker(blob);
    worker.onmessage = ({ data }: MessageEvent<Message>) => onMessage(data);
    // A fault that nobody caught: what it has left behind is not to be trusted, though the browser would let it go on.
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      onEnd('fault');
    };
    worker.postMessage({ workerData, languageScript });
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
