import { type CancellationToken, LSPErrorCodes, type RemoteConsole, ResponseError } from 'vscode-languageserver';

/**
 * Runs one request. Cancelled requests are refused, and an exception costs this answer only. `ResponseError` passes through. The log
 * gets the name and stack of an error but not its message, which may contain text of a letter.
 */
export async function guard<T>(
  console: RemoteConsole,
  what: string,
  fallback: T,
  token: CancellationToken | undefined,
  run: () => T | Promise<T>,
): Promise<T> {
  try {
    refuseCancelled(token);
    const answer = await run();
    refuseCancelled(token);
    return answer;
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    console.error(`${what} failed: ${describeError(error)}`);
    return fallback;
  }
}

/** Throws if the client has cancelled the request. Long work calls this between steps. */
export function refuseCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** Returns name and stack of an error without its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 6)].join('\n');
}
