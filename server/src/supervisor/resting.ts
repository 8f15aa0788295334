import type { Cause } from './host';

/** What a worker was busy with: a version of an open text, or 0 for a file that is not open. */
export interface Work {
  readonly uri: string;
  readonly version: number;
}

interface Rest {
  readonly version: number;
  readonly cause: Cause;
  /** How many of its versions in a row have ended a worker. */
  readonly times: number;
}

/** After this many versions that ended a worker, later versions rest too, because the letter would end every worker. */
const mostTimes = 2;

/** Texts that have ended a worker. The next worker does not get them until they change or somebody asks. */
export class RestingTexts {
  readonly #rests = new Map<string, Rest>();

  /** Records what a worker was busy with when it ended. */
  add({ uri, version }: Work, cause: Cause): void {
    const times = (this.#rests.get(uri)?.times ?? 0) + 1;
    this.#rests.set(uri, { version, cause, times });
  }

  /** Why this version is not checked. Undefined if it may be checked. */
  causeFor(uri: string, version: number): Cause | undefined {
    const rest = this.#rests.get(uri);
    return rest && (rest.version === version || rest.times >= mostTimes) ? rest.cause : undefined;
  }

  /** Releases a text that has changed on disk, was closed, or is to be tried again. */
  forget(uri: string): void {
    this.#rests.delete(uri);
  }

  /** The addresses of all resting texts. */
  all(): readonly string[] {
    return [...this.#rests.keys()];
  }
}
