import { URI } from 'vscode-uri';
import { parentOf } from '../workspace/paths';
import { isInside } from '../workspace/reach';

/** Normalizes an address, because editors and our own code escape addresses differently. Never throws. */
export function normalizeUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    // Not an address at all, e.g. `packs: [//x]`. No file is found there, which is reported where it is named.
    return uri;
  }
}

/**
 * Returns the folder that settings of a text come from and must not leave: the innermost workspace folder that contains it, or its
 * own folder. A text without a folder gets its own address, so that nothing is read for it.
 */
export function rootOf(uri: string, folders: Iterable<string>): string {
  const holding = [...folders].filter((folder) => isInside(uri, folder));
  const [innermost] = holding.sort((a, b) => b.length - a.length);
  return innermost ?? (/^[a-z][a-z0-9+.-]+:\//i.test(uri) ? (parentOf(uri) ?? uri) : uri);
}
