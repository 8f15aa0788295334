import { type CancellationToken, LSPErrorCodes, type RemoteConsole, ResponseError } from 'vscode-languageserver';

/**
 * Runs one request: cancelled ones are refused, and what throws costs this answer only. A refusal (`ResponseError`) passes.
 * The log gets no message of an error, which may hold words of a letter, but its name and where it came from.
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

/** Throws where the client does not want the answer any more; for long work to ask between steps. */
export function refuseCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** Name and stack of an error without its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 6)].join('\n');
}
