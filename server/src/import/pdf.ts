import { once } from '../core/index';
import { columnGap, ImportError, type ImportedLetter } from './imported-letter';

/** A stretch of text where a PDF puts it, in points from the lower left corner of its page. */
interface Piece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Line {
  readonly y: number;
  readonly height: number;
  readonly text: string;
}

/** Reads the text of a PDF, line by line, with a form feed between pages. */
export async function importPdf(bytes: Uint8Array): Promise<ImportedLetter> {
  const starts: number[] = [];
  let text = '';
  for (const lines of await readPages(bytes)) {
    if (text !== '') text += '\n\f';
    starts.push(text.length);
    text += setLines(lines);
  }
  if (!/\w{2}/.test(text))
    throw new ImportError('the PDF has no text; it may be a scan, which must be read by OCR first');
  return { text: `${text}\n`, unit: 'page', starts, notes: [] };
}

/** The library prepares to draw when it is loaded, and complains where it cannot. Nothing is drawn here. */
const loadLibrary = once(async () => {
  const globals = globalThis as { DOMMatrix?: unknown };
  globals.DOMMatrix ??= class NoDrawing {};
  const { warn } = console;
  console.warn = () => undefined;
  try {
    // @ts-expect-error: a module without types. Without it, the library would start a thread from an address.
    const pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    Object.assign(globalThis, { pdfjsWorker });
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
});

async function readPages(bytes: Uint8Array): Promise<readonly (readonly Line[])[]> {
  try {
    const { getDocument, VerbosityLevel } = await loadLibrary();
    // A copy, because the library takes the bytes over. Nothing is fetched, evaluated, or drawn.
    const loading = getDocument({
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      stopAtErrors: false,
      verbosity: VerbosityLevel.ERRORS,
    });
    const document = await loading.promise;
    const pages: (readonly Line[])[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [toPiece(item)] : []))));
    }
    await loading.destroy();
    return pages;
  } catch (error) {
    const { name, message } = error as Error;
    const why = name === 'PasswordException' ? 'it is protected by a password' : message;
    throw new ImportError(`not a PDF that can be read (${why})`);
  }
}

function toPiece({
  str,
  transform,
  width,
  height,
}: {
  str: string;
  transform: number[];
  width: number;
  height: number;
}): Piece {
  const [, , , , x = 0, y = 0] = transform;
  return { str, x, y, width, height };
}

/** Pieces on one height are a line, from left to right; lines from top to bottom. */
function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.filter(({ str }) => str.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(first.y - piece.y) < Math.max(2, first.height / 2)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    const ordered = row.toSorted((a, b) => a.x - b.x);
    return {
      y: ordered[0]?.y ?? 0,
      height: Math.max(...ordered.map(({ height }) => height)),
      text: joinPieces(ordered),
    };
  });
}

/** With a space where the pieces are apart, and a wide one between columns. */
function joinPieces(pieces: readonly Piece[]): string {
  let text = '';
  let end = 0;
  for (const { str, x, width, height } of pieces) {
    const gap = x - end;
    if (text !== '' && gap > 2 * height) text += columnGap;
    else if (text !== '' && gap > height / 5 && !/\s$/.test(text) && !/^\s/.test(str)) text += ' ';
    text += str;
    end = x + width;
  }
  return text.trimEnd();
}

/**
 * An empty line where the distance between two lines is clearly larger than between most. What a line end parts at a hyphen is one
 * word again, on the first line.
 */
function setLines(lines: readonly Line[]): string {
  const distances = lines.slice(1).map(({ y }, i) => (lines[i]?.y ?? 0) - y);
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 4)] ?? 0;
  return lines
    .map(({ text }, i) => {
      const distance = distances[i - 1] ?? 0;
      return i === 0 ? text : `${distance > usual * 1.4 ? '\n\n' : '\n'}${text}`;
    })
    .join('')
    .replace(/(?<=\w-)\n(\w\S*)( ?)/g, (_, word: string, space: string) => word + (space && '\n'));
}
