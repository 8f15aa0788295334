import { isUtf8 } from 'node:buffer';

/** A line of a records file. `error` says why it cannot be a record. */
export type RecordLine = { readonly text: string } | { readonly error: string };

const newline = 0x0a;
const byteOrderMark = '\ufeff';

/**
 * Yields the lines of a UTF-8 byte stream, without line ends and without empty lines. A line above `longest` bytes is skipped as it
 * arrives and never held in memory.
 */
export async function* recordLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<RecordLine, void, void> {
  const line = createLine(longest);
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      line.add(chunk.subarray(start, end));
      start = end + 1;
      yield* line.take();
    }
    line.add(chunk.subarray(start));
  }
  yield* line.take();
}

/** Collects the pieces of one line after another. */
function createLine(longest: number) {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let isFirst = true;
  return {
    add(piece: Uint8Array): void {
      length += piece.length;
      if (length > longest) pieces = [];
      // A copy, because the sender may reuse the chunk's memory.
      else if (piece.length > 0) pieces.push(Uint8Array.from(piece));
    },
    *take(): Generator<RecordLine> {
      const bytes = Buffer.concat(pieces);
      const isTooLong = length > longest;
      pieces = [];
      length = 0;
      const wasFirst = isFirst;
      isFirst = false;
      if (isTooLong) return yield { error: `the line is longer than ${longest / 1024 / 1024} MiB` };
      if (!isUtf8(bytes)) return yield { error: 'not UTF-8' };
      const text = bytes.toString('utf8');
      const line = wasFirst && text.startsWith(byteOrderMark) ? text.slice(1) : text;
      if (line.trim() !== '') yield { text: line };
    },
  };
}
