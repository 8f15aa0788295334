import { checkLetter } from '../protocol/checking';
import { serverCommands } from '../protocol/commands';
import { ping, working } from '../protocol/supervision';
import { type ClientSide, readClientSide } from './client-side';
import type { Cause, Host, Limits, WorkerThread } from './host';
import { Memory, replayId } from './memory';
import {
  addressIn,
  answerOf,
  faultOf,
  faults,
  isNotification,
  isRequest,
  type Message,
  type Notification,
  notificationOf,
  partOf,
  type Request,
  requestOf,
} from './message';
import { Registrations } from './registrations';
import type { Work } from './resting';
import { Texts } from './texts';
import { Watchdog } from './watchdog';

const pingId = 'imr:ping';
/** Prefix of the ids of the supervisor's own requests to the client. */
const ownPrefix = 'imr:';
const restartId = `${ownPrefix}restart`;
const restartTitle = 'Restart';
const messageType = { error: 1, warning: 2 };

/**
 * Forwards messages between the client and the worker that reads letters. It terminates a worker that hangs and starts another
 * without the client noticing; only the letter that caused it is not checked.
 */
export class Supervisor {
  readonly #host: Host;
  readonly #limits: Limits;
  readonly #memory = new Memory();
  readonly #texts: Texts;
  readonly #registrations = new Registrations();
  readonly #watchdog: Watchdog;
  /** Requests of the client that the worker has not answered, by id. */
  readonly #pending = new Map<string | number, Request>();
  /** Requests of the worker that the client has not answered, by the client's id. */
  readonly #asked = new Map<string, string | number>();
  #client: ClientSide = readClientSide(undefined);
  #worker: WorkerThread | undefined;
  #generation = -1;
  #work: Work | undefined;
  #ends: number[] = [];
  #isOver = false;

  constructor(host: Host, limits: Limits) {
    this.#host = host;
    this.#limits = limits;
    this.#texts = new Texts(limits.letter);
    this.#watchdog = new Watchdog(
      limits.quiet,
      () => this.#worker?.post(requestOf(pingId, ping.method, {})),
      () => {
        this.#worker?.kill();
        this.#ended('time');
      },
    );
    this.#start();
  }

  /** True after the client has announced that it is leaving. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Handles one message of the client. */
  fromClient(message: Message): void {
    if (isRequest(message)) this.#request(message);
    else if (isNotification(message)) this.#notification(message);
    else this.#answer(message);
  }

  #request(request: Request): void {
    const { id, method, params } = request;
    const refuse = (code: number, message: string, data?: unknown): void =>
      this.#host.send(faultOf(id, { code, message, ...(data !== undefined && { data }) }));
    const isFirst = method === 'initialize';
    if (isFirst && !this.#memory.isInitialized) this.#client = readClientSide(params);
    const own = this.#ownAnswer(request);
    if (this.#isOver) refuse(faults.invalidRequest, 'The server is shutting down.');
    else if (isFirst && this.#memory.isInitialized) refuse(faults.invalidRequest, 'The server is initialized already.');
    else if (method === 'shutdown') this.#shutdown(request);
    else if (own !== undefined) this.#host.send(answerOf(request, own));
    else if (!this.#worker) refuse(faults.contentModified, 'Checking has stopped.');
    else {
      this.#pending.set(id, request);
      this.#post(this.#memory.follow(request));
    }
  }

  /** For texts that the worker does not know, it would return an empty list. */
  #ownAnswer({ method, params }: Request): unknown {
    if (method === 'workspace/executeCommand' && partOf(params, 'command') === serverCommands.tryAgain) {
      const [uri] = (partOf(params, 'arguments') ?? []) as readonly unknown[];
      this.#tryAgain(String(uri));
      return null;
    }
    const uri = addressIn(params);
    if (uri === undefined) return undefined;
    if (method === 'textDocument/diagnostic') return this.#texts.reportFor(uri);
    if (method === 'textDocument/codeAction' && this.#client.codeActions) return this.#texts.actionsFor(uri);
    return undefined;
  }

  #notification(notification: Notification): void {
    const { method, params } = notification;
    if (method === 'exit') this.#host.exit(this.#isOver ? 0 : 1);
    if (this.#isOver) return;
    const uri = addressIn(params);
    if (method === checkLetter.method && uri !== undefined) this.#tryAgain(uri);
    if (method === 'workspace/didChangeWatchedFiles') this.#texts.filesChanged(params);
    const told = this.#texts.follow(this.#memory.follow(notification));
    for (const message of told) this.#post(message);
    if (uri !== undefined && /\/did(?:Open|Change|Close)$/.test(method)) this.#tellOf(uri, method.endsWith('didClose'));
  }

  /** Handles an answer of the client to a worker or to the supervisor itself. */
  #answer(message: Message): void {
    const { id } = message;
    if (id === restartId && partOf(message.result, 'title') === restartTitle) this.#restart();
    const asked = this.#asked.get(String(id));
    if (asked === undefined) return;
    this.#asked.delete(String(id));
    this.#post({ ...message, id: asked });
  }

  #fromWorker(message: Message): void {
    this.#watchdog.heard();
    if (isRequest(message)) this.#requestOfWorker(message);
    else if (isNotification(message)) this.#notificationOfWorker(message);
    else this.#answerOfWorker(message);
  }

  #answerOfWorker(message: Message): void {
    const { id } = message;
    if (id === pingId) {
      if (this.#watchdog.answered()) this.#work = undefined;
    } else if (id === replayId) {
      for (const method of this.#client.refreshes) this.#ask(method);
    } else if (id !== undefined) {
      const request = this.#pending.get(id);
      if (this.#pending.delete(id)) this.#host.send(request?.method === 'initialize' ? withCommands(message) : message);
    }
  }

  #notificationOfWorker(message: Notification): void {
    if (message.method === working.method) {
      this.#work = message.params as Work;
      this.#watchdog.expect();
    } else {
      this.#host.send(message);
    }
  }

  #requestOfWorker(request: Request): void {
    const wanted = this.#registrations.follow(request, this.#generation);
    if (wanted) {
      const id = `${this.#generation}.${request.id}`;
      this.#asked.set(id, request.id);
      this.#host.send({ ...wanted, id });
    } else {
      this.#post(answerOf(request, null));
    }
  }

  #post(message: Message): void {
    if (!this.#worker) return;
    this.#worker.post(message);
    this.#watchdog.expect();
  }

  #start(): void {
    const generation = ++this.#generation;
    const isPresent = (): boolean => this.#worker !== undefined && this.#generation === generation;
    this.#worker = this.#host.startWorker(
      { generation, resting: this.#texts.resting },
      {
        onMessage: (message) => isPresent() && this.#fromWorker(message),
        onEnd: (cause) => isPresent() && this.#ended(cause),
      },
    );
    if (generation === 0) return;
    // A request that the client still waits for goes to the new worker.
    const unanswered = [...this.#pending.values()].find(({ method }) => method === 'initialize');
    for (const message of this.#memory.replay()) {
      this.#post(message.id === replayId && unanswered ? { ...message, id: unanswered.id } : message);
    }
    for (const message of this.#texts.replay()) this.#post(message);
  }

  /** Handles the end of a worker. The text it worked on rests, and a new worker continues with everything else. */
  #ended(cause: Cause): void {
    const culprit = this.#work;
    this.#worker = undefined;
    this.#work = undefined;
    this.#watchdog.stop();
    this.#host.send(logOf(`The thread that checks letters has ended (${cause}).`));
    if (culprit) this.#texts.rest(culprit, cause);
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < this.#limits.window), now];
    const isLast = this.#ends.length > this.#limits.restarts;
    this.#texts.hasStopped = isLast;
    this.#failPending(isLast);
    for (const id of this.#asked.keys()) this.#host.send(notificationOf('$/cancelRequest', { id }));
    this.#asked.clear();
    if (isLast) this.#giveUp();
    else this.#start();
    for (const { uri } of this.#texts.all()) this.#tellOf(uri);
  }

  #failPending(isLast: boolean): void {
    for (const [id, { method }] of this.#pending) {
      if (method === 'initialize' && !isLast) continue;
      this.#pending.delete(id);
      this.#host.send(faultOf(id, faultFor(method)));
    }
  }

  #giveUp(): void {
    const message = `IMR letters are no longer checked: the check failed ${this.#ends.length} times within a few minutes.`;
    const actions = [{ title: restartTitle }];
    this.#host.send(requestOf(restartId, 'window/showMessageRequest', { type: messageType.error, message, actions }));
    for (const method of this.#client.refreshes) this.#ask(method);
  }

  #restart(): void {
    if (this.#worker || this.#isOver) return;
    this.#ends = [];
    this.#texts.hasStopped = false;
    this.#start();
  }

  #tryAgain(uri: string): void {
    const woken = this.#texts.wake(uri);
    for (const message of woken) this.#post(message);
    this.#restart();
    if (woken.length > 0) for (const method of this.#client.refreshes) this.#ask(method);
  }

  /** Reports, without a request, that a text is not checked, or clears that report when it is closed. */
  #tellOf(uri: string, isClosed = false): void {
    const { pullsDiagnostics, letterState } = this.#client;
    for (const message of this.#texts.news(uri, isClosed)) {
      const isPush = message.method === 'textDocument/publishDiagnostics';
      if (isPush ? !pullsDiagnostics : letterState) this.#host.send(message);
    }
  }

  #ask(method: string): void {
    this.#host.send(requestOf(`${ownPrefix}${method}`, method));
  }

  #shutdown(request: Request): void {
    this.#isOver = true;
    this.#watchdog.stop();
    this.#worker?.kill();
    this.#worker = undefined;
    this.#failPending(true);
    this.#host.send(answerOf(request, null));
  }
}

/** Returns the error for a request that was cut off. Clients ask for diagnostics again when told to, and for the rest when they need it. */
function faultFor(method: string): { code: number; message: string; data?: unknown } {
  if (method === 'initialize') return { code: faults.internalError, message: 'The server does not start.' };
  if (!/^(?:textDocument|workspace)\/diagnostic$/.test(method)) {
    return { code: faults.contentModified, message: 'The check was ended; ask again.' };
  }
  return { code: faults.serverCancelled, message: 'The check was ended.', data: { retriggerRequest: true } };
}

function withCommands(message: Message): Message {
  const { result } = message;
  if (typeof result !== 'object' || result === null) return message;
  const capabilities = {
    ...(partOf(result, 'capabilities') as object),
    executeCommandProvider: { commands: Object.values(serverCommands) },
  };
  return { ...message, result: { ...result, capabilities } };
}

function logOf(message: string): Message {
  return notificationOf('window/logMessage', { type: messageType.warning, message });
}
