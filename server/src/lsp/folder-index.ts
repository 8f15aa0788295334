import type { CancellationToken, Range } from 'vscode-languageserver';
import { indexLetter, type LetterSymbol, type Mention } from '../core/index';
import { toRange } from './convert';
import { refuseCancelled } from './guard';
import type { CheckedLetter } from './letters';
import type { Session } from './session';

/** What of one letter is found from outside, places as ranges: its text is not kept. */
export interface IndexedLetter {
  readonly uri: string;
  readonly mentions: readonly (Pick<Mention, 'pages'> & { readonly range: Range })[];
  readonly symbols: readonly (Omit<LetterSymbol, 'span'> & { readonly range: Range })[];
}

/** Every letter of the folders, the open ones as they stand in the editor. */
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

/** The same in a quarter of the memory: paths that letters share once, and words that do not hold on to the text they are cut from. */
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
