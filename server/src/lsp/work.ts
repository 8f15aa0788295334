import type { Connection } from 'vscode-languageserver';
import { onRequest, sendNotification } from '../protocol/messages';
import { ping, type Working, working } from '../protocol/supervision';
import type { Runtime } from './runtime';

/** Runs work on one text so that whoever watches this server knows, should it never come back, what it was about. */
export type Announced = <T>(work: Working, run: () => T) => T;

/** Says what is worked on before it begins, and answers pings between. */
export function announceWork(connection: Connection, { within, generation }: Runtime): Announced {
  onRequest(connection, ping, () => null);
  // Nobody watches a server that runs by itself.
  if (generation === undefined) return (_, run) => run();
  return ({ uri, version }, run) => {
    // Nothing but these two: it goes from thread to thread, and a letter could not.
    const work = { uri, version };
    void sendNotification(connection, working, work);
    return within ? within(work, run) : run();
  };
}
