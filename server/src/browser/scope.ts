/** The world of a script that runs in a worker, as much of it as is needed here: the compiler knows that of a page. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly location?: { readonly href: string };
  postMessage(message: unknown): void;
  importScripts(address: string): void;
  close(): void;
}

export const scope = globalThis as unknown as WorkerScope;

/** Hears the first message alone. */
export function hearFirst(listener: (message: object) => void): void {
  scope.onmessage = ({ data }) => {
    scope.onmessage = null;
    listener(data as object);
  };
}
