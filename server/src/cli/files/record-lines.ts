import { isUtf8 } from 'node:buffer';

/** A line of records; `error` says why it cannot be one. */
export type RecordLine = { readonly text: string } | { readonly error: string };

const newline = 0x0a;
const byteOrderMark = '\ufeff';

/**
 * The lines of a stream of bytes in UTF-8, without their ends and without the empty ones. A line above `longest` bytes is passed
 * over as it comes and never held.
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

/** Gathers the pieces of one line after another. */
function createLine(longest: number) {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let isFirst = true;
  return {
    add(piece: Uint8Array): void {
      length += piece.length;
      if (length > longest) pieces = [];
      // A copy: whoever gave the chunk may use its memory again.
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
