/** JSON-RPC messages. Data of a peer is checked before use. */
export interface Message {
  readonly jsonrpc: '2.0';
  /** Of a request and its response. */
  readonly id?: string | number;
  /** Of a request or a notification. */
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: Fault;
}

export interface Fault {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

export interface Request extends Message {
  readonly id: string | number;
  readonly method: string;
}

export interface Notification extends Message {
  readonly method: string;
}

export const faults = {
  invalidRequest: -32600,
  internalError: -32603,
  serverCancelled: -32802,
  contentModified: -32801,
} as const;

export function isRequest(message: Message): message is Request {
  return message.method !== undefined && message.id !== undefined;
}

export function isNotification(message: Message): message is Notification {
  return message.method !== undefined && message.id === undefined;
}

export function requestOf(id: string | number, method: string, params?: unknown): Request {
  return { jsonrpc: '2.0', id, method, ...(params !== undefined && { params }) };
}

export function notificationOf(method: string, params: unknown): Notification {
  return { jsonrpc: '2.0', method, params };
}

export function answerOf({ id }: Request, result: unknown): Message {
  return { jsonrpc: '2.0', id, result };
}

export function faultOf(id: string | number, error: Fault): Message {
  return { jsonrpc: '2.0', id, error };
}

/** Returns a part of a message by its path. Undefined if absent. */
export function partOf(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined),
    value,
  );
}

/** Returns the address of the text that a message is about, in LSP or in our own messages. */
export function addressIn(params: unknown): string | undefined {
  const uri = partOf(params, 'textDocument', 'uri') ?? partOf(params, 'uri');
  return typeof uri === 'string' ? uri : undefined;
}
