import type { CancellationToken, Range } from 'vscode-languageserver';
import { indexLetter, type LetterSymbol, type Mention } from '../core/index';
import { DecodeError, decodeLetter } from '../workspace/decode';
import { toRange } from './convert';
import { refuseCancelled } from './guard';
import type { CheckedLetter } from './letters';
import type { Session } from './session';

/** More letters than this are not read for one question. */
const mostLetters = 2000;

/** What of one letter is found from outside, places as ranges: its text is not kept. */
export interface IndexedLetter {
  readonly uri: string;
  readonly mentions: readonly (Mention & { readonly range: Range })[];
  readonly symbols: readonly (LetterSymbol & { readonly range: Range })[];
}

/** Every letter of the folders, the open ones as they stand in the editor. */
export interface FolderIndex {
  letters(token: CancellationToken): AsyncGenerator<IndexedLetter>;
}

/** A closed letter is indexed once until its file or its settings change; for a client that watches no files, each time. */
export function createFolderIndex(session: Session): FolderIndex {
  const { client, documents, onFilesChanged, settings } = session;
  const known = new Map<string, { readonly stamp: number; readonly letter: IndexedLetter | undefined }>();
  onFilesChanged((uris) => {
    for (const uri of uris) known.delete(uri);
  });
  documents.onDidClose(({ document }) => known.delete(document.uri));

  const closed = async (uri: string): Promise<IndexedLetter | undefined> => {
    const { stamp } = await settings.of(uri);
    const cached = known.get(uri);
    if (cached?.stamp === stamp) return cached.letter;
    const letter = await readIndexed(session, uri);
    if (client.watchesFiles) known.set(uri, { stamp, letter });
    return letter;
  };

  return {
    async *letters(token) {
      for (const uri of documents.keys()) {
        const letter = await session.letters.open(uri);
        if (letter) yield indexed(letter);
      }
      for (const uri of await closedLetters(session)) {
        refuseCancelled(token);
        const letter = await closed(uri);
        if (letter) yield letter;
      }
    },
  };
}

async function closedLetters({ documents, folders, runtime }: Session): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    found.push(...((await runtime.files?.findLetters(folder, mostLetters - found.length)) ?? []));
  }
  return [...new Set(found)].filter((uri) => documents.get(uri) === undefined);
}

/** Undefined for a file that is gone or no letter. */
async function readIndexed({ runtime, letters }: Session, uri: string): Promise<IndexedLetter | undefined> {
  const bytes = await runtime.files?.read(uri);
  if (!bytes) return undefined;
  try {
    const letter = await letters.read(uri, decodeLetter(bytes, uri).text);
    return letter && indexed(letter);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}

function indexed({ uri, analysis, source }: CheckedLetter): IndexedLetter {
  const { mentions, symbols } = indexLetter(analysis);
  return {
    uri,
    mentions: mentions.map((mention) => ({ ...mention, range: toRange(source, mention.span) })),
    symbols: symbols.map((symbol) => ({ ...symbol, range: toRange(source, symbol.span) })),
  };
}
