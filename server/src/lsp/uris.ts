import { URI } from 'vscode-uri';
import { parentOf } from '../workspace/paths';
import { isInside } from '../workspace/reach';

/** Editors, and we for what a configuration names, do not agree about what has to be escaped in an address. Never throws. */
export function normalizeUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    // No address at all, `packs: [//x]`: nothing is found there, which is reported where it is named.
    return uri;
  }
}

/**
 * Returns the folder that the settings of a text come from and must not leave: the innermost workspace folder that holds it, or its
 * own folder when there is none. A text that is in no folder gets its own address, so that nothing is read for it.
 */
export function rootOf(uri: string, folders: Iterable<string>): string {
  const holding = [...folders].filter((folder) => isInside(uri, folder));
  const [innermost] = holding.sort((a, b) => b.length - a.length);
  return innermost ?? (/^[a-z][a-z0-9+.-]+:\//i.test(uri) ? (parentOf(uri) ?? uri) : uri);
}
