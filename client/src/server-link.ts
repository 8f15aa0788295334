import * as vscode from 'vscode';
import type { BaseLanguageClient, ErrorHandler } from 'vscode-languageclient';

/** `off`: not needed yet. `failed`: it ended by itself too often or did not start. */
export type ServerState = 'off' | 'starting' | 'running' | 'failed';

/** The language server for the rest of the client: it can be started, restarted, and stopped. */
export interface ServerLink extends vscode.Disposable {
  readonly state: ServerState;
  /** Set while running. */
  readonly client: BaseLanguageClient | undefined;
  /** Name and version of the server. */
  readonly serverInfo: { readonly name: string; readonly version?: string } | undefined;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** Starts the server if it was not started. Never rejects: see `state`. */
  start(): Promise<void>;
  /** The client, started if necessary. Rejects, with a message for the user, if the server does not start. */
  running(): Promise<BaseLanguageClient>;
  /** Stops the server in any state and starts a new one. Resolves when that runs or has failed. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Restarts after a crash, within three minutes. */
const mostRestarts = 3;
const restartWindow = 3 * 60_000;

// Numbers instead of the library's enumerations, so that this file imports only types.
const clientState = { stopped: 1, running: 2, starting: 3, startFailed: 4 };
const errorAction = { goOn: 1 };
const closeAction = { doNotRestart: 1, restart: 2 };

/** `create` makes a client that has not started and uses the given error handler. */
export function createServerLink(
  output: vscode.LogOutputChannel,
  create: (errorHandler: ErrorHandler) => Promise<BaseLanguageClient>,
): ServerLink {
  const changed = new vscode.EventEmitter<ServerState>();
  let client: BaseLanguageClient | undefined;
  let state: ServerState = 'off';
  let work = Promise.resolve();

  const setState = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    changed.fire(next);
  };

  const bringUp = async (): Promise<void> => {
    try {
      const next = await create(quietErrorHandler());
      client = next;
      next.onDidChangeState(({ newState }) => {
        if (client === next) setState(fromClientState(newState));
      });
      await next.start();
    } catch (error) {
      output.error(`The language server did not start: ${messageOf(error)}`);
      setState('failed');
    }
  };

  const takeDown = async (): Promise<void> => {
    const last = client;
    client = undefined;
    try {
      await last?.dispose();
    } catch (error) {
      // A server that did not start cannot be stopped; it is gone in any case.
      output.debug(`The language server did not stop: ${messageOf(error)}`);
    }
    setState('off');
  };

  // One at a time: a second restart waits for the first.
  const enqueue = (task: () => Promise<void>): Promise<void> => {
    work = work.then(task);
    return work;
  };

  const start = (): Promise<void> => enqueue(async () => (client ? undefined : bringUp()));

  return {
    get state() {
      return state;
    },
    get client() {
      return state === 'running' ? client : undefined;
    },
    get serverInfo() {
      return client?.initializeResult?.serverInfo;
    },
    onDidChangeState: changed.event,
    start,
    running: async () => {
      await start();
      if (state === 'running' && client) return client;
      throw new Error('The language server of IMR Determination Letters is not running.');
    },
    restart: () => enqueue(() => takeDown().then(bringUp)),
    stop: () => enqueue(takeDown),
    dispose: () => changed.dispose(),
  };
}

function fromClientState(state: number): ServerState {
  if (state === clientState.running) return 'running';
  return state === clientState.starting ? 'starting' : 'failed';
}

/** Starts a crashed server again, a few times, without showing anything. The status item does. */
function quietErrorHandler(): ErrorHandler {
  const crashes: number[] = [];
  return {
    error: () => ({ action: errorAction.goOn, handled: true }),
    closed: () => {
      const now = Date.now();
      crashes.push(now);
      const recent = crashes.filter((time) => now - time < restartWindow).length;
      if (recent <= mostRestarts) return { action: closeAction.restart, handled: true };
      const message = `The language server ended ${recent} times within three minutes and is not started again.`;
      return { action: closeAction.doNotRestart, message, handled: true };
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
