import type { Message } from './message';

/** Platform services for the supervisor: a channel to the client, and threads that can be terminated. */
export interface Host {
  send(message: Message): void;
  startWorker(data: WorkerData, events: WorkerEvents): WorkerThread;
  /** Ends the process after everything has been sent. */
  exit(code: number): void;
}

/** The thread that reads letters: the language server. */
export interface WorkerThread {
  post(message: Message): void;
  /** Terminates the thread, even in an endless loop. No more messages arrive from it. */
  kill(): void;
}

export interface WorkerEvents {
  onMessage(message: Message): void;
  /** The thread ended without being terminated. */
  onEnd(cause: Cause): void;
}

/** Why a worker ended: it did not respond, ran out of memory, or ended by itself. */
export type Cause = 'time' | 'memory' | 'fault';

/** Data for a new worker, sent before any message. */
export interface WorkerData {
  /** Counts the workers of one session from 0. */
  readonly generation: number;
  /** Addresses of closed files that ended an earlier worker. */
  readonly resting: readonly string[];
}

/** Limits of the supervisor. */
export interface Limits {
  /** Milliseconds without a response after which a worker is terminated; 0 in a debugger: never. */
  readonly quiet: number;
  /** Workers that may be started after one that ended by itself, within `window` milliseconds. */
  readonly restarts: number;
  readonly window: number;
  /** The longest text that is checked, in UTF-16 units. */
  readonly letter: number;
}

export const limits: Limits = { quiet: 10_000, restarts: 4, window: 3 * 60_000, letter: 16 * 1024 * 1024 };
