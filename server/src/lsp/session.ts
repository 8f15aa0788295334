import type { CancellationToken } from 'vscode-languageserver';
import type { Checks } from './checks';
import type { ClosedLetters } from './closed-letters';
import { guard, refuseCancelled } from './guard';
import type { CheckedLetter, Letters } from './letters';
import type { Services } from './services';

/** Everything that handlers need. */
export interface Session extends Services {
  readonly checks: Checks;
  readonly closedLetters: ClosedLetters;
}

/** Answers a request about an open letter. Returns `fallback` for other texts, and if our own code fails. */
export function answer<T>(
  session: Session,
  what: string,
  uri: string,
  fallback: T,
  token: CancellationToken | undefined,
  run: (letter: CheckedLetter) => T | Promise<T>,
): Promise<T> {
  return answerAbout(session, session.letters.open, what, uri, fallback, token, run);
}

/** The same for requests that need findings. They are computed first, and other requests are answered meanwhile. */
export function answerChecked<T>(
  session: Session,
  what: string,
  uri: string,
  fallback: T,
  token: CancellationToken | undefined,
  run: (letter: CheckedLetter) => T | Promise<T>,
): Promise<T> {
  return answerAbout(session, (uri) => session.letters.check(uri, token), what, uri, fallback, token, run);
}

function answerAbout<T>(
  { connection, announce }: Session,
  find: Letters['open'],
  what: string,
  uri: string,
  fallback: T,
  token: CancellationToken | undefined,
  run: (letter: CheckedLetter) => T | Promise<T>,
): Promise<T> {
  return guard(connection.console, what, fallback, token, async () => {
    const letter = await find(uri);
    refuseCancelled(token);
    return letter ? announce(letter, () => run(letter)) : fallback;
  });
}
