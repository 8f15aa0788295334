import { isRequest, type Message, partOf, type Request, requestOf } from './message';

/** Request id for initializing later workers. Clients never use it. */
export const replayId = 'imr:initialize';

/** Remembers what the client said about itself, for the next worker. Texts are kept elsewhere. */
export class Memory {
  #initialize: Request | undefined;
  #initialized: Message | undefined;
  #configuration: Message | undefined;

  get isInitialized(): boolean {
    return this.#initialize !== undefined;
  }

  /** Stores what later workers need and returns the message for the current one. */
  follow(message: Message): Message {
    const { method, params } = message;
    if (method === 'initialize' && isRequest(message)) {
      // The supervisor watches the parent process, because a worker may be busy.
      this.#initialize = { ...message, params: { ...(params as object), processId: null } };
      return this.#initialize;
    }
    if (method === 'initialized') this.#initialized = message;
    if (method === 'workspace/didChangeConfiguration') this.#configuration = message;
    if (method === 'workspace/didChangeWorkspaceFolders') this.#changeFolders(partOf(params, 'event'));
    return message;
  }

  /** The first messages for a new worker. */
  replay(): readonly Message[] {
    const { params } = this.#initialize ?? {};
    if (params === undefined) return [];
    const pushed = partOf(this.#configuration?.params, 'settings') == null ? undefined : this.#configuration;
    return [requestOf(replayId, 'initialize', params), this.#initialized, pushed].filter((each) => each !== undefined);
  }

  #changeFolders(event: unknown): void {
    const { params } = this.#initialize ?? {};
    if (!this.#initialize || params === undefined) return;
    const removed = new Set(listOf(event, 'removed').map((folder) => partOf(folder, 'uri')));
    const kept = listOf(params, 'workspaceFolders').filter((folder) => !removed.has(partOf(folder, 'uri')));
    const workspaceFolders = [...kept, ...listOf(event, 'added')];
    this.#initialize = { ...this.#initialize, params: { ...(params as object), workspaceFolders } };
  }
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = partOf(value, name);
  return Array.isArray(list) ? list : [];
}
