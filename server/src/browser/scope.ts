/** The global scope of a worker script, as far as it is used here. The compiler only knows that of a page. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly location?: { readonly href: string };
  postMessage(message: unknown): void;
  importScripts(...addresses: string[]): void;
  close(): void;
}

export const scope = globalThis as unknown as WorkerScope;

/** Passes the first message to `listener`, and no other. */
export function hearFirst(listener: (message: object) => void): void {
  scope.onmessage = ({ data }) => {
    scope.onmessage = null;
    listener(data as object);
  };
}

/** Addresses of tagger and dictionary, in the order in which they are imported, from the address of a script in `dist/browser`. */
export function languageScriptsFrom(address: string): readonly string[] {
  const paths = ['../language/tagger.js', '../language/dictionary.js', 'language.js'];
  return paths.map((path) => new URL(path, address).href);
}
