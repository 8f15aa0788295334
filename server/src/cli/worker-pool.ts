import { Worker } from 'node:worker_threads';
import type { Checked } from './check-letter';
import type { WorkerAnswer, WorkerTask } from './check-worker';
import { type ThreadSource, UnreadableError } from './files/sources';

/** Threads that read and check letters beside the main thread. */
export interface Threads {
  /** How many letters wait for the next thread; infinite if all threads have ended. */
  waiting(): number;
  /**
   * Returns undefined for a document that is not a letter. Rejects with an UnreadableError for a letter that cannot be read, and
   * with another error if the thread ends while checking it.
   */
  check(source: ThreadSource): Promise<Checked | undefined>;
  close(): Promise<void>;
}

/** Each thread runs `module`, which detects that it is not the main thread. */
export function startWorkers(module: string, count: number, task: WorkerTask): Threads {
  const threads = Array.from({ length: count }, () => startThread(module, task));
  const idlest = () => threads.toSorted((a, b) => a.waiting() - b.waiting())[0];
  return {
    waiting: () => idlest()?.waiting() ?? Number.POSITIVE_INFINITY,
    check: (source) => idlest()?.check(source) ?? Promise.reject(new Error('no thread')),
    async close() {
      await Promise.all(threads.map(({ close }) => close()));
    },
  };
}

interface Waiting {
  readonly resolve: (checked: Checked | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** A thread answers in the order of the requests. */
function startThread(module: string, task: WorkerTask) {
  const worker = new Worker(module, { workerData: task });
  const asked: Waiting[] = [];
  let gone: Error | undefined;
  const end = (error: Error): void => {
    gone ??= error;
    for (const { reject } of asked.splice(0)) reject(gone);
  };
  worker.on('message', (answer: WorkerAnswer) => {
    const first = asked.shift();
    if ('unread' in answer) first?.reject(new UnreadableError(answer.unread));
    else first?.resolve(answer.checked);
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread that checked it has ended')));
  return {
    waiting: () => (gone ? Number.POSITIVE_INFINITY : asked.length),
    check: (source: ThreadSource): Promise<Checked | undefined> =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone);
        asked.push({ resolve, reject });
        worker.postMessage(source);
      }),
    close: () => worker.terminate(),
  };
}
