import { partOf, type Request } from './message';

interface Registration {
  readonly id: string;
  readonly method: string;
  readonly registerOptions?: unknown;
}

/**
 * Tracks registrations across workers: a new worker registers what the previous one did, and a client with two registrations would
 * send every change twice.
 */
export class Registrations {
  /** The client's id of a registration, by its content. */
  readonly #known = new Map<string, string>();
  /** The client's id, by the id that the current worker uses. */
  readonly #ids = new Map<string, string>();

  /** Returns the request to forward to the client. Undefined if the client already has all its registrations. */
  follow(request: Request, generation: number): Request | undefined {
    if (request.method === 'client/registerCapability') return this.#register(request, generation);
    return request.method === 'client/unregisterCapability' ? this.#unregister(request) : request;
  }

  #register(request: Request, generation: number): Request | undefined {
    const added: Registration[] = [];
    for (const each of listOf<Registration>(request.params, 'registrations')) {
      const key = JSON.stringify([each.method, each.registerOptions]);
      const known = this.#known.get(key);
      const id = known ?? `${generation}.${each.id}`;
      this.#ids.set(each.id, id);
      if (known !== undefined) continue;
      this.#known.set(key, id);
      added.push({ ...each, id });
    }
    return added.length > 0 ? { ...request, params: { registrations: added } } : undefined;
  }

  /** The same with the ids that the client knows. */
  #unregister(request: Request): Request {
    // The protocol itself misspells this word.
    const list = listOf<{ id: string; method: string }>(request.params, 'unregisterations');
    const unregisterations = list.map(({ id, method }) => ({ id: this.#take(id), method }));
    return { ...request, params: { unregisterations } };
  }

  #take(given: string): string {
    const id = this.#ids.get(given) ?? given;
    this.#ids.delete(given);
    for (const [key, known] of this.#known) if (known === id) this.#known.delete(key);
    return id;
  }
}

function listOf<T>(params: unknown, name: string): readonly T[] {
  const list = partOf(params, name);
  return Array.isArray(list) ? list : [];
}
