import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Cause, Host } from '../supervisor/host';
import type { Message } from '../supervisor/message';

/** In the same folder as the bundle of this thread. */
const script = join(__dirname, 'server-worker.js');

/** Starts threads with a heap of at most this many MB. */
export function workerStarter(memory: number): Host['startWorker'] {
  return (workerData, { onMessage, onEnd }) => {
    const worker = new Worker(script, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memory },
      // Output of a dependency must not mix with the messages of --stdio.
      stdout: true,
    });
    worker.stdout.pipe(process.stderr);
    let cause: Cause = 'fault';
    worker.on('message', (message: Message) => onMessage(message));
    worker.on('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') cause = 'memory';
    });
    worker.on('exit', () => onEnd(cause));
    return {
      post: (message) => worker.postMessage(message),
      kill: () => void worker.terminate(),
    };
  };
}
