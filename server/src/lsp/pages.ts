import { URI } from 'vscode-uri';
import { builtinLibrary } from '../builtin/library';
import { hasPage, type Library, type PageId, pageAt } from '../core/index';
import { pageScheme } from './protocol';
import type { Session } from './session';

/** `drug/tramadol` of `imr-library:/drug/tramadol.md`; undefined for any other address. */
export function pagePathOf(uri: string): string | undefined {
  if (!uri.startsWith(`${pageScheme}:`)) return undefined;
  return URI.parse(uri).path.replace(/^\/+/, '').replace(/\.md$/, '');
}

export function pageIdOf(uri: string): PageId | undefined {
  const path = pagePathOf(uri);
  return path === undefined ? undefined : pageAt(path);
}

/** The library that has the page: that of an open letter, of a folder, else the one that ships. */
export async function libraryWith(session: Session, page: PageId | undefined): Promise<Library> {
  for await (const library of librariesOf(session)) if (page && hasPage(library, page)) return library;
  return builtinLibrary;
}

async function* librariesOf({ documents, folders, letters, settings }: Session): AsyncGenerator<Library> {
  for (const uri of documents.keys()) {
    const letter = await letters.open(uri);
    if (letter) yield letter.analysis.library;
  }
  for (const folder of folders) yield (await settings.of(folder)).workspace.library;
}
