import { notification, request } from './messages';

/** Worker to supervisor: it begins to work on this text. Answered by a ping; what it begins with ends before its answer. */
export const working = notification<Working>('imr/working');

export interface Working {
  readonly uri: string;
  /** 0 for a file that is not open. */
  readonly version: number;
}

/** Supervisor to worker: are you there? */
export const ping = request<object, null>('imr/ping');
