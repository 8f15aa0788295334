import { type CancellationToken, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { DecodeError, decodeLetter, largestLetter } from '../workspace/decode';
import { RefusedError } from '../workspace/reach';
import { refuseCancelled } from './guard';
import type { CheckedLetter } from './letters';
import type { Services } from './services';
import { normalizeUri, rootOf } from './uris';

/**
 * Maximum number of files to read; beyond it, the person is told. So many letters take about 200 MB and a minute to check once. The
 * command line has no limit.
 */
export const mostLetters = 10_000;

/** The letters of the folders that are not open in the editor, read from files. */
export interface ClosedLetters {
  /** URIs of the files below these folders whose names may be those of letters. */
  find(folders: Iterable<string>, token: CancellationToken): Promise<readonly string[]>;
  /**
   * Reads letters for one purpose. The result of `workOut` is kept until the file or its settings change; the letter is not kept.
   * Nothing is kept for a client that does not watch files. Returns undefined for a file that is gone or not a letter.
   */
  readFor<T>(workOut: (letter: CheckedLetter) => T | Promise<T>): (uri: string) => Promise<T | undefined>;
  isOpen(uri: string): boolean;
  /** True for a file that ended an earlier server and has not changed since. It is not read. */
  isResting(uri: string): boolean;
}

/** The result for a letter, under one stamp of its settings. */
interface Kept<T> {
  readonly stamp: number;
  readonly result: Promise<T | undefined>;
}

export function createClosedLetters(services: Services): ClosedLetters {
  const { client, documents, onFilesChanged, runtime, settings } = services;
  const purposes: Pick<Map<string, unknown>, 'delete'>[] = [];
  const forget = (uri: string): void => {
    const file = normalizeUri(uri);
    for (const kept of purposes) kept.delete(file);
  };
  const resting = new Set(runtime.resting?.map(normalizeUri));
  onFilesChanged((uris) => {
    for (const uri of uris) {
      forget(uri);
      resting.delete(normalizeUri(uri));
    }
  });
  documents.onDidOpen(({ document }) => forget(document.uri));
  const openUris = (): Set<string> => new Set(documents.keys().map(normalizeUri));
  const tellOfLimit = limitTeller(services);

  return {
    async find(folders, token) {
      const found = new Set<string>();
      for (const folder of folders) {
        refuseCancelled(token);
        const letters = await runtime.files?.findLetters(folder, mostLetters + 1);
        for (const uri of letters ?? []) found.add(uri);
      }
      if (found.size > mostLetters) tellOfLimit();
      const open = openUris();
      return [...found].slice(0, mostLetters).filter((uri) => !open.has(normalizeUri(uri)));
    },
    readFor<T>(workOut: (letter: CheckedLetter) => T | Promise<T>) {
      const kept = new Map<string, Kept<T>>();
      purposes.push(kept);
      return async (uri) => {
        const file = normalizeUri(uri);
        if (resting.has(file)) return undefined;
        const { stamp } = await settings.of(uri);
        const known = kept.get(file);
        if (known?.stamp === stamp) return known.result;
        const result = readLetterAt(services, uri).then((letter) => letter && workOut(letter));
        if (client.watchesFiles) kept.set(file, { stamp, result });
        // A file that cannot be read now may be readable later.
        result.catch(() => kept.delete(file));
        return result;
      };
    },
    isOpen: (uri) => openUris().has(normalizeUri(uri)),
    isResting: (uri) => resting.has(normalizeUri(uri)),
  };
}

/** Undefined for a file that is gone, not text, or not a letter. */
async function readLetterAt({ folders, letters, runtime }: Services, uri: string): Promise<CheckedLetter | undefined> {
  try {
    const bytes = await runtime.files?.read(uri, { within: rootOf(uri, folders), largest: largestLetter });
    return bytes && (await letters.read(uri, decodeLetter(bytes, uri).text));
  } catch (error) {
    if (error instanceof DecodeError || error instanceof RefusedError) return undefined;
    throw error;
  }
}

/** Reports once, in the log and to the person, that not all letters are read. */
function limitTeller({ connection }: Services): () => void {
  let isTold = false;
  return () => {
    if (isTold) return;
    isTold = true;
    const message = `Of these folders only the first ${mostLetters.toLocaleString('en')} files are read as letters, for checks, references and symbols. Open a smaller folder, or run \`imr check\`, which reads all.`;
    connection.console.warn(message);
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
}
