import { importLetter, type LetterImport } from '../../protocol/importing';
import { onRequest } from '../../protocol/messages';
import { guard } from '../guard';
import type { Session } from '../session';

/** Reads documents for the client if the server's host can. */
export function handleImporting({ connection, runtime }: Session): void {
  onRequest(connection, importLetter, ({ name, base64 }, token) =>
    guard<LetterImport | null>(connection.console, 'import', null, token, () => {
      const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
      return runtime.importLetter?.(bytes, name) ?? null;
    }),
  );
}
