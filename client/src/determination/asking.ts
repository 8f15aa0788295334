import * as vscode from 'vscode';
import { type Determination, determination } from '../../../server/src/protocol/determination';
import { sendRequest } from '../../../server/src/protocol/messages';
import type { ServerLink } from '../server-link';

/** Requests the rows of a letter. Undefined if there are none or a newer request has replaced this one. */
export function createAsking(
  link: ServerLink,
  output: vscode.LogOutputChannel,
): (uri: vscode.Uri) => Promise<Determination | undefined> {
  let last: vscode.CancellationTokenSource | undefined;
  return async (uri) => {
    last?.cancel();
    const source = new vscode.CancellationTokenSource();
    last = source;
    try {
      const { client } = link;
      const found = client && (await sendRequest(client, determination, { uri: uri.toString() }, source.token));
      return source === last ? (found ?? undefined) : undefined;
    } catch (error) {
      // From a server that has just ended; the next one reports the letter again.
      if (source === last)
        output.debug(`The decisions are not known: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  };
}
