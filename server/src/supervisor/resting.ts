import type { Cause } from './host';

/** What a worker was busy with: a version of an open text, or (0) a file that is not open. */
export interface Work {
  readonly uri: string;
  readonly version: number;
}

interface Rest {
  readonly version: number;
  readonly cause: Cause;
  /** How many of its versions have ended a worker, one after the other. */
  readonly times: number;
}

/** After so many versions that ended a worker, a letter rests through its next ones too: it would take all workers down. */
const mostTimes = 2;

/** Texts that have ended a worker: they are not given to the next one, until they have changed or somebody asks. */
export class RestingTexts {
  readonly #rests = new Map<string, Rest>();

  /** Remembers what a worker was busy with when it ended. */
  add({ uri, version }: Work, cause: Cause): void {
    const times = (this.#rests.get(uri)?.times ?? 0) + 1;
    this.#rests.set(uri, { version, cause, times });
  }

  /** Why this version is not checked; undefined where it may be. */
  causeFor(uri: string, version: number): Cause | undefined {
    const rest = this.#rests.get(uri);
    return rest && (rest.version === version || rest.times >= mostTimes) ? rest.cause : undefined;
  }

  /** It has changed where it is, was closed, or somebody wants to try again. */
  forget(uri: string): void {
    this.#rests.delete(uri);
  }

  /** The addresses of all. */
  all(): readonly string[] {
    return [...this.#rests.keys()];
  }
}
