import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { largestLetter } from '../workspace/decode';
import { recordLines } from './files/record-lines';
import {
  isRecord,
  type LetterSource,
  type RecordSource,
  toRecordText,
  toUnreadable,
  UnreadableError,
  whyUnread,
} from './files/sources';
import type { Letters } from './letters';
import { readRecord, type UnreadRecord } from './read-record';
import { printable } from './report/printable';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** The id of the record that a letter came from. */
export function idOf(source: LetterSource): string | number {
  return isRecord(source) ? source.id : source.path;
}

/** Maximum text held at once, in UTF-16 units, in addition to the record that is being read. */
const mostHeld = 16 * 1024 * 1024;

/** Reads records from files or standard input as letters. `onUnread` is called in order for each one that cannot be read. */
export function openRecords(
  paths: readonly string[],
  terminal: Terminal,
  isThreaded: boolean,
  onUnread: (record: UnreadRecord) => void,
): Letters & { readonly sources: readonly LetterSource[] } {
  const sources = paths.map((path) => ({ path, file: path === '-' ? null : path }));
  async function* read(onFileError: (problem: string) => void): AsyncGenerator<RecordSource | UnreadRecord> {
    for (const { path, file } of sources) {
      try {
        const chunks: AsyncIterable<Uint8Array> = file === null ? terminal.standardInput : createReadStream(file);
        for await (const line of recordLines(chunks, largestLetter)) yield toSource(readRecord(line));
      } catch (error) {
        const reason = toUnreadable(error, printable(path));
        if (!(reason instanceof UnreadableError)) throw reason;
        onFileError(reason.message);
      }
    }
  }
  const readText: Letters['read'] = async (source) => (isRecord(source) ? toRecordText(source) : undefined);
  const eachResult: Letters['eachResult'] = async (work, use, atOnce) => {
    const unread: string[] = [];
    type Begun = { readonly source: RecordSource; readonly result: ReturnType<typeof work> };
    const begun: (Begun | UnreadRecord)[] = [];
    let held = 0;
    const finishFirst = async (): Promise<void> => {
      const first = begun.shift();
      if (!first) return;
      if ('error' in first) onUnread(first);
      else {
        held -= first.source.text.length;
        await finish(first);
      }
      await terminal.ready();
      // Lets the process notice that nobody reads its output any more.
      await setImmediate();
    };
    const finish = async ({ source, result }: Begun): Promise<void> => {
      try {
        const made = await result;
        if (made !== undefined) await use(made, source);
      } catch (error) {
        if (error instanceof UsageError) throw error;
        terminal.complain(whyUnread(error, printable(source.path)));
        onUnread({ id: source.id, error: 'internal error: the letter could not be checked' });
      }
    };
    const report = (problem: string): void => {
      terminal.complain(problem);
      unread.push(problem);
    };
    for await (const source of read(report)) {
      if ('error' in source) begun.push(source);
      else {
        const result = work(source);
        // Its failure is handled when its turn comes.
        result.catch(() => undefined);
        held += source.text.length;
        begun.push({ source, result });
      }
      while (begun.length >= atOnce || held > mostHeld) await finishFirst();
    }
    while (begun.length > 0) await finishFirst();
    return unread;
  };
  return {
    sources,
    isSingle: false,
    // The number of records is unknown, so other threads start only if requested.
    count: isThreaded ? Number.POSITIVE_INFINITY : 1,
    read: readText,
    each: async (use) => eachResult(readText, use, 1),
    eachResult,
  };
}

function toSource(record: ReturnType<typeof readRecord>): RecordSource | UnreadRecord {
  if ('error' in record) return record;
  return { id: record.id, path: String(record.id), file: null, text: record.text };
}
