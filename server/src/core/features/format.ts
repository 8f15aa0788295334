import { readLetter } from '../model/build';
import type { Letter } from '../model/letter';
import type { FormSet } from '../syntax/form';
import { scanLines } from '../syntax/lines';
import { leaves, type SyntaxNode } from '../syntax/tree';
import type { TextEdit } from '../text/edit';
import { readText } from '../text/reading';
import { lineEnding } from '../text/source-text';
import { contains, overlaps, type Span } from '../text/span';

/**
 * Reflows a letter into clean paragraphs: one empty line between them, lines of at most `width` units (0: one line a paragraph),
 * no doubled line ends, page breaks or words split at a hyphen. Edits change white space and nothing else; in a formatted
 * letter there are none. A letter whose parts would be read differently afterwards is left as it is. `within` keeps to the
 * paragraphs that it touches.
 */
export function formatLetter(letter: Letter, forms: FormSet, width: number, within?: Span): TextEdit[] {
  const pieces = piecesOf(letter);
  const text = formattedText(letter, pieces, width);
  if (!readsAlike(letter, readLetter(text, forms))) return [];
  const touched = within && pieces.filter((piece) => overlaps(piece, within) || piece.start === within.start);
  return whiteSpaceEdits(letter.source.text, text).filter(
    ({ span }) => !touched || touched.some((piece) => piece.start <= span.start && span.end <= piece.end),
  );
}

function formattedText({ source }: Letter, pieces: readonly Piece[], width: number): string {
  const eol = lineEnding(source);
  const set = pieces.map((piece, i) => {
    const gap = i === 0 ? '' : piece.isRow ? eol : eol + eol;
    const raw = source.text.slice(piece.start, piece.end);
    return gap + (piece.verbatim ? trimLines(raw, eol) : wrap(readText(source.text, piece).text, width, eol));
  });
  return set.join('') + (/[\r\n]$/.test(source.text) ? eol : '');
}

/** A paragraph. `verbatim`: a table, whose lines stand. `isRow`: a labelled row that follows the one before without a gap. */
interface Piece extends Span {
  readonly verbatim: boolean;
  readonly isRow: boolean;
}

/** Cuts the letter at every paragraph and at the bounds of its parts, but not inside a heading, a lead or behind a label. */
function piecesOf(letter: Letter): Piece[] {
  const { text } = letter.source;
  const nodes = [...allNodes(letter.tree)].filter((node) => node.start < node.end);
  const wholes = nodes.filter(({ kind }) => ['heading', 'lead', 'section-heading', 'header'].includes(kind));
  const labels = nodes.filter(({ kind }) => kind === 'label');
  // The first word behind a label stays with it.
  const uncut = [...wholes, ...labels.map(({ start, end }) => ({ start, end: nextText(text, end) + 1 }))];
  const opening = scanLines(text).filter((line) => line.opensParagraph);
  const rows = new Set(rowStarts(letter));
  const cuts = new Set([0, ...rows, ...[...opening, ...wholes, ...labels].map(({ start }) => start)]);
  for (const { end } of wholes) {
    const next = nextText(text, end);
    if (/[\r\n\f]/.test(text.slice(end, next))) cuts.add(next);
  }
  const starts = [...cuts]
    .filter((at) => at < text.length && !uncut.some((node) => node.start < at && at < node.end))
    .sort((a, b) => a - b);
  return starts.flatMap((start, i): Piece[] => {
    const { span } = readText(text, { start, end: starts[i + 1] ?? text.length });
    if (span.start === span.end) return [];
    const verbatim = wholes.some((node) => node.kind === 'header' && contains(node, span));
    return [{ ...span, verbatim, isRow: i > 0 && rows.has(span.start) }];
  });
}

function* allNodes(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of node.children) yield* allNodes(child);
}

function nextText(text: string, from: number): number {
  const gap = text.slice(from).search(/\S/);
  return gap < 0 ? text.length : from + gap;
}

/** Lines that begin with a label of the credentials: `State(s) of Licensure:`. */
function rowStarts(letter: Letter): number[] {
  const { text } = letter.source;
  const labels = letter.form.credentials.map(({ label }) => label).filter((label) => label.endsWith(':'));
  return scanLines(text)
    .filter((line) => labels.some((label) => text.startsWith(label, line.start)))
    .map((line) => line.start);
}

function trimLines(text: string, eol: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\s+$/, ''))
    .join(eol);
}

/** Never breaks behind `non-` or `and/`, where a line end would be read as a wrap inside the word. */
function wrap(text: string, width: number, eol: string): string {
  if (width <= 0) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const fits = line === '' || line.length + 1 + word.length <= width || /\S[-/]$/.test(line);
    if (!fits) lines.push(line);
    line = fits ? (line === '' ? word : `${line} ${word}`) : word;
  }
  return [...lines, line].join(eol);
}

/** Two texts of the same words: the runs of white space in which they differ. */
function whiteSpaceEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [start, newStart] = [i, j];
    while (i < before.length && /\s/.test(before.charAt(i))) i++;
    while (j < after.length && /\s/.test(after.charAt(j))) j++;
    const newText = after.slice(newStart, j);
    if (before.slice(start, i) !== newText) edits.push({ span: { start, end: i }, newText });
    if (i >= before.length || j >= after.length) break;
    i++;
    j++;
  }
  return edits;
}

/** The same parts with the same words. */
function readsAlike(before: Letter, after: Letter): boolean {
  const words = (letter: Letter): string =>
    [...leaves(letter.tree)]
      .filter(({ kind, start, end }) => kind !== 'trivia' && start < end)
      .map((leaf) => `${leaf.kind}:${letter.source.text.slice(leaf.start, leaf.end).replace(/\s+/g, '')}`)
      .join('|');
  return words(before) === words(after);
}
