import type { Connection } from 'vscode-languageserver';
import { onRequest, sendNotification } from '../protocol/messages';
import { ping, type Working, working } from '../protocol/supervision';
import type { Runtime } from './runtime';

/** Runs work on one text and tells the supervisor about it, in case the work never ends. */
export type Announced = <T>(work: Working, run: () => T) => T;

/** Announces the text before the work begins and answers pings. */
export function announceWork(connection: Connection, { within, generation }: Runtime): Announced {
  onRequest(connection, ping, () => null);
  // A server without a supervisor has nobody to tell.
  if (generation === undefined) return (_, run) => run();
  return ({ uri, version }, run) => {
    // Only these two, because a message between threads cannot carry a letter.
    const work = { uri, version };
    void sendNotification(connection, working, work);
    return within ? within(work, run) : run();
  };
}
