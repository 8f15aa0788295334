import type { Connection } from 'vscode-languageserver';
import { findLetters, readFile, replaceText } from '../protocol/files';
import { sendRequest } from '../protocol/messages';
import { RefusedError, refusalOf } from '../workspace/reach';
import type { Files, Runtime } from './runtime';

/**
 * A runtime that reads files through its client if it cannot read them itself: all files in a browser worker, and folders of other
 * file systems in a process.
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
      const answer = await sendRequest(connection, readFile, { uri, largest });
      if (answer?.refusal) throw new RefusedError(answer.refusal);
      const { base64 } = answer ?? {};
      return base64 === undefined ? undefined : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    },
    findLetters: (folder, limit) => sendRequest(connection, findLetters, { folder, limit }),
    replaceText: (uri, before, text) => sendRequest(connection, replaceText, { uri, before, text }),
  };
}
