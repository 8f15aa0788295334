import type { Connection } from 'vscode-languageserver';
import { largestLetter } from '../workspace/decode';
import { type FindLetters, findLetters, type ReadFile, type ReplaceText, readFile, replaceText } from './protocol';
import type { Files, Runtime } from './runtime';

/**
 * A runtime that reads through its client what it cannot read itself: everything in a browser worker, and in a process
 * the folders that are no files of its machine.
 */
export function withClientFiles(runtime: Runtime, connection: Connection): Runtime {
  const own = runtime.files;
  const asked = filesOfClient(connection);
  const filesFor = (uri: string): Files => (own && uri.startsWith('file:') ? own : asked);
  return {
    ...runtime,
    files: {
      read: (uri) => filesFor(uri).read(uri),
      findLetters: (folder, limit) => filesFor(folder).findLetters(folder, limit),
      replaceText: (uri, before, text) => filesFor(uri).replaceText(uri, before, text),
    },
  };
}

function filesOfClient(connection: Connection): Files {
  return {
    async read(uri) {
      const params: ReadFile = { uri, largest: largestLetter };
      const encoded = await connection.sendRequest<string | null>(readFile, params);
      return encoded === null ? undefined : Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    },
    findLetters: (folder, limit) => {
      const params: FindLetters = { folder, limit };
      return connection.sendRequest<string[]>(findLetters, params);
    },
    replaceText: (uri, before, text) => {
      const params: ReplaceText = { uri, before, text };
      return connection.sendRequest<boolean>(replaceText, params);
    },
  };
}
