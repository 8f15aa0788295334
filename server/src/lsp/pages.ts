import { URI } from 'vscode-uri';
import { builtinLibrary } from '../builtin/library';
import { hasPage, type Library, type PageId, pageAt } from '../core/index';
import { checkPages, pageScheme } from '../protocol/pages';
import { resolvePath } from '../workspace/paths';
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

/** The address of the letter that a page of `checkPages` is about; undefined for any other address. */
export function checkedLetterOf(uri: string): string | undefined {
  if (!uri.startsWith(`${pageScheme}:`)) return undefined;
  const { path, query } = URI.parse(uri);
  return path.startsWith(checkPages) && query !== '' ? query : undefined;
}

/** Without its folders, for people. */
export function nameOfFile(uri: string): string {
  const { path } = URI.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The library that has the page: that of an open letter, of a folder, else the one that ships. */
export async function libraryWith(session: Session, page: PageId | undefined): Promise<Library> {
  for await (const library of librariesOf(session)) if (page && hasPage(library, page)) return library;
  return builtinLibrary;
}

async function* librariesOf({ documents, folders, letters, settings }: Session): AsyncGenerator<Library> {
  for (const uri of documents.keys()) {
    const letter = await letters.open(uri);
    if (letter) yield letter.ask.library;
  }
  for (const folder of folders) yield (await settings.of(resolvePath(folder, '.imr.yaml'))).workspace.library;
}
