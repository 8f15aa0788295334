import type { Connection } from 'vscode-languageserver';
import { RefusedError, refusalOf } from '../workspace/reach';
import {
  type FileRead,
  type FindLetters,
  findLetters,
  type ReadFile,
  type ReplaceText,
  readFile,
  replaceText,
} from './protocol';
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
      read: (uri, limits) => filesFor(uri).read(uri, limits),
      findLetters: (folder, limit) => filesFor(folder).findLetters(folder, limit),
      replaceText: (uri, before, text) => filesFor(uri).replaceText(uri, before, text),
    },
  };
}

function filesOfClient(connection: Connection): Files {
  return {
    async read(uri, { within, largest }) {
      const refusal = within === null ? undefined : refusalOf(uri, within);
      if (refusal) throw new RefusedError(refusal);
      const params: ReadFile = { uri, largest };
      const answer = await connection.sendRequest<FileRead | null>(readFile, params);
      if (answer?.refusal) throw new RefusedError(answer.refusal);
      const { base64 } = answer ?? {};
      return base64 === undefined ? undefined : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
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
