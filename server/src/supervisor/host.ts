import type { Message } from './message';

/** What the platform gives the supervisor: a way to the client, and threads that can be killed. */
export interface Host {
  send(message: Message): void;
  startWorker(data: WorkerData, events: WorkerEvents): WorkerThread;
  /** Ends the process, once what was sent has gone out. */
  exit(code: number): void;
}

/** The thread that reads letters: the language server. */
export interface WorkerThread {
  post(message: Message): void;
  /** Ends it wherever it is, in a loop too. Nothing is heard of it any more. */
  kill(): void;
}

export interface WorkerEvents {
  onMessage(message: Message): void;
  /** It has ended without being killed. */
  onEnd(cause: Cause): void;
}

/** Why a worker is no more: it gave no sign of life, had no memory left, or ended by itself. */
export type Cause = 'time' | 'memory' | 'fault';

/** What a new worker is told before any message. */
export interface WorkerData {
  /** Counts the workers of one session from 0. */
  readonly generation: number;
  /** Addresses of closed files that ended an earlier worker. */
  readonly resting: readonly string[];
}

/** How much is borne. */
export interface Limits {
  /** Milliseconds without a sign of life after which a worker is killed; 0 in a debugger, where it is not. */
  readonly quiet: number;
  /** Workers that may follow one that ended by itself, within `window` milliseconds. */
  readonly restarts: number;
  readonly window: number;
  /** The longest text that is checked, in UTF-16 units. */
  readonly letter: number;
}

export const limits: Limits = { quiet: 10_000, restarts: 4, window: 3 * 60_000, letter: 16 * 1024 * 1024 };
