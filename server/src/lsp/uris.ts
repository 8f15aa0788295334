import { URI } from 'vscode-uri';

/** Editors, and we for what a configuration names, do not agree about what has to be escaped in an address. Never throws. */
export function normalizeUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    // No address at all, `packs: [//x]`: nothing is found there, which is reported where it is named.
    return uri;
  }
}
