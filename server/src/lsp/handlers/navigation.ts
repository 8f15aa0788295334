import type { CancellationToken, Location } from 'vscode-languageserver';
import { createSourceText, definitionAt, type PageId, pageLinksIn, pathOf, publicLinksOf } from '../../core/index';
import { toOffset } from '../convert';
import { toDefinition, toFolderSymbol, toPageLink, toPublicLink } from '../convert-lookups';
import { createFolderIndex, type FolderIndex } from '../folder-index';
import { guard } from '../guard';
import { pageIdOf, pagePathOf } from '../pages';
import { answer, type Session } from '../session';

/** Serves links from a letter to pages of the library and public pages, and from a page to all letters. */
export function handleNavigation(session: Session): void {
  const { connection, client, documents } = session;
  const folder = createFolderIndex(session);

  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer(session, 'definition', uri, null, token, ({ ask, source }) => {
      const definition = client.pages ? definitionAt(ask, toOffset(source, position)) : undefined;
      return definition ? toDefinition(definition, source, client) : null;
    }),
  );

  connection.onReferences(({ textDocument: { uri }, position }, token) =>
    guard(connection.console, 'references', null, token, async () => {
      const page = pageIdOf(uri);
      const letter = await session.letters.open(uri);
      const definition = letter && definitionAt(letter.ask, toOffset(letter.source, position));
      const pages = page ? [page] : definition?.pages;
      return pages ? placesOf(folder, pages, token) : null;
    }),
  );

  connection.onDocumentLinks(({ textDocument: { uri } }, token) => {
    const path = pagePathOf(uri);
    const page = path === undefined ? undefined : documents.get(uri);
    if (path !== undefined && page) {
      const source = createSourceText(page.text);
      return pageLinksIn(path, page.text).map((link) => toPageLink(link, source));
    }
    return answer(session, 'document links', uri, null, token, ({ ask, source }) =>
      publicLinksOf(ask).map((link) => toPublicLink(link, source, client)),
    );
  });

  connection.onWorkspaceSymbol(({ query }, token) =>
    guard(connection.console, 'workspace symbols', null, token, async () => {
      const symbols = [];
      for await (const letter of folder.letters(token)) {
        const found = letter.symbols.filter(({ name }) => isAskedFor(name, query));
        for (const symbol of found) symbols.push(toFolderSymbol(letter, symbol));
      }
      return symbols;
    }),
  );
}

async function placesOf(folder: FolderIndex, pages: readonly PageId[], token: CancellationToken): Promise<Location[]> {
  const paths = new Set(pages.map(pathOf));
  const places: Location[] = [];
  for await (const { uri, mentions } of folder.letters(token)) {
    for (const mention of mentions) {
      if (mention.pages.some((path) => paths.has(path))) places.push({ uri, range: mention.range });
    }
  }
  return places;
}

/** Returns whether the letters of the query occur in the name in order, which is how editors match. */
function isAskedFor(name: string, query: string): boolean {
  const text = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
