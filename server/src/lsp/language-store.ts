import type { RemoteConsole } from 'vscode-languageserver';
import { type Language, once } from '../core/index';
import { describeError } from './guard';
import type { Runtime } from './runtime';

/** Tagger and dictionary, which are loaded once, after the first letter has been checked without them. */
export interface LanguageStore {
  /** Undefined until they are loaded, and where this host has none. */
  readonly current: Language | undefined;
  /** Loads them, if nobody has asked before. Resolves when there is nothing more to wait for; never rejects. */
  load(): Promise<void>;
  /** Calls `listener` when they have been loaded. */
  onLoaded(listener: () => void): void;
}

export function createLanguageStore({ loadLanguage }: Runtime, console: RemoteConsole): LanguageStore {
  const listeners: (() => void)[] = [];
  let current: Language | undefined;
  const load = once(async () => {
    try {
      current = await loadLanguage?.();
      if (current) for (const listener of listeners) listener();
    } catch (error) {
      console.error(`language is not checked: ${describeError(error)}`);
    }
  });
  return {
    get current() {
      return current;
    },
    load,
    onLoaded: (listener) => listeners.push(listener),
  };
}
