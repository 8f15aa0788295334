import type { CancellationToken, Range } from 'vscode-languageserver';
import { indexLetter, type LetterSymbol, type Mention } from '../core/index';
import { toRange } from './convert';
import { refuseCancelled } from './guard';
import type { CheckedLetter } from './letters';
import type { Session } from './session';

/** The parts of a letter that can be searched for from elsewhere, with ranges. Its text is not kept. */
export interface IndexedLetter {
  readonly uri: string;
  readonly mentions: readonly (Pick<Mention, 'pages'> & { readonly range: Range })[];
  readonly symbols: readonly (Omit<LetterSymbol, 'span'> & { readonly range: Range })[];
}

/** All letters of the folders; open letters in their current version. */
export interface FolderIndex {
  letters(token: CancellationToken): AsyncGenerator<IndexedLetter>;
}

export function createFolderIndex({ closedLetters, documents, folders, letters }: Session): FolderIndex {
  const paths = new Map<string, string>();
  const indexClosed = closedLetters.readFor((letter) => shrunk(indexed(letter), paths));
  return {
    async *letters(token) {
      for (const uri of documents.keys()) {
        const letter = await letters.open(uri);
        if (letter) yield indexed(letter);
      }
      for (const uri of await closedLetters.find(folders, token)) {
        refuseCancelled(token);
        const letter = await indexClosed(uri);
        if (letter) yield letter;
      }
    },
  };
}

function indexed({ uri, ask, source }: CheckedLetter): IndexedLetter {
  const { mentions, symbols } = indexLetter(ask);
  return {
    uri,
    mentions: mentions.map(({ pages, span }) => ({ pages, range: toRange(source, span) })),
    symbols: symbols.map(({ span, ...symbol }) => ({ ...symbol, range: toRange(source, span) })),
  };
}

/** Saves three quarters of the memory: letters share paths, and words are copied so that they do not keep the whole text alive. */
function shrunk({ uri, mentions, symbols }: IndexedLetter, paths: Map<string, string>): IndexedLetter {
  const shared = (path: string): string => {
    const known = paths.get(path);
    if (known === undefined) paths.set(path, path);
    return known ?? path;
  };
  return {
    uri,
    mentions: mentions.map(({ pages, range }) => ({ pages: pages.map(shared), range })),
    symbols: structuredClone(symbols),
  };
}
