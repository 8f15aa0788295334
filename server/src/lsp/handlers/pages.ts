import { pageDocument } from '../../core/index';
import { guard } from '../guard';
import { checkedLetterOf, libraryWith, pageIdOf, pagePathOf } from '../pages';
import type { Session } from '../session';
import { signingPageOf } from './signing';

/** Serves pages about the library, rules, and open letters as read-only documents, and refreshes them when packs change. */
export function handlePages(session: Session): void {
  const { connection, client, documents, checks } = session;
  const { textDocumentContent } = connection.workspace;

  textDocumentContent.on(({ uri }, token) =>
    guard(connection.console, 'page', { text: '' }, token, async () => {
      const letter = checkedLetterOf(uri);
      if (letter !== undefined) return { text: await signingPageOf(session, letter) };
      const library = await libraryWith(session, pageIdOf(uri));
      return { text: pageDocument(library, pagePathOf(uri) ?? '') };
    }),
  );

  checks.onStale(() => {
    if (!client.refreshesPages) return;
    for (const uri of documents.keys()) if (pagePathOf(uri) !== undefined) void textDocumentContent.refresh(uri);
  });
}
