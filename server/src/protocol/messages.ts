// What client and server say to each other beyond LSP, one subject a file: this room is all that the client knows of the server.
// A message is described by its method and, for the compiler alone, by the types that go with it. The descriptors of the protocol
// library are instances, and client and server bundle two copies of it; these are plain data. Ranges are LSP ranges.

export interface RequestType<Params, Result> {
  readonly method: string;
  /** Never set: it carries the types. */
  readonly types?: (params: Params) => Result;
}

export interface NotificationType<Params> {
  readonly method: string;
  /** Never set: it carries the type. */
  readonly types?: (params: Params) => void;
}

export function request<Params, Result>(method: string): RequestType<Params, Result> {
  return { method };
}

export function notification<Params>(method: string): NotificationType<Params> {
  return { method };
}

/** Wants to know when nobody waits for an answer any more, as both libraries and VS Code have it. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested: (listener: (event: unknown) => unknown) => { dispose(): void };
}

/** One end of the wire, as much of it as is needed here: connections of both libraries fit, and so does a fake. */
interface Requester {
  sendRequest(method: string, params: unknown, token?: never): Promise<unknown>;
}

interface Responder<Token> {
  onRequest(method: string, handler: (params: never, token: Token) => unknown): unknown;
}

interface Notifier {
  sendNotification(method: string, params: unknown): Promise<void>;
}

interface Listener {
  onNotification(method: string, handler: (params: unknown) => void): unknown;
}

/** Rejects as the library does: with the other side's error, and when the connection ends. */
export async function sendRequest<Params, Result>(
  to: Requester,
  { method }: RequestType<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  // A token that is undefined would be sent as a second parameter.
  const answer = token ? to.sendRequest(method, params, token as never) : to.sendRequest(method, params);
  // The one place where what arrives is taken at its word: both sides come in one package.
  return (await answer) as Result;
}

export function onRequest<Params, Result, Token = CancellationToken>(
  from: Responder<Token>,
  { method }: RequestType<Params, Result>,
  handler: (params: Params, token: Token) => Result | Promise<Result>,
): void {
  from.onRequest(method, handler);
}

export function sendNotification<Params>(
  to: Notifier,
  { method }: NotificationType<Params>,
  params: Params,
): Promise<void> {
  return to.sendNotification(method, params);
}

export function onNotification<Params>(
  from: Listener,
  { method }: NotificationType<Params>,
  handler: (params: Params) => void,
): void {
  from.onNotification(method, handler as (params: unknown) => void);
}
