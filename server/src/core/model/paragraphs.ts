import { scanLines, type TextLine } from '../syntax/lines';
import { leaves, type SyntaxNode } from '../syntax/tree';
import { normalizedText } from '../text/normalize/normalized-text';
import { printedText, readText } from '../text/reading';
import { compareSpans, contains, lastBegun, type Span, spanAt } from '../text/span';
import type { Letter } from './letter';

/** A paragraph of a letter as it would be set. `verbatim`: a table, whose lines stand. `isRow`: a labeled row that follows the one before without a gap. */
export interface Paragraph extends Span {
  readonly verbatim: boolean;
  readonly isRow: boolean;
}

/** Cuts the letter at every paragraph and at the bounds of its parts, but not inside a heading, a lead or behind a label. */
export function paragraphsOf(letter: Letter): Paragraph[] {
  const { text } = letter.source;
  const nodes = [...allNodes(letter.tree)].filter((node) => node.start < node.end);
  const wholes = nodes.filter(({ kind }) => ['heading', 'lead', 'section-heading', 'header'].includes(kind));
  const labels = nodes.filter(({ kind }) => kind === 'label');
  // The first word behind a label stays with it.
  const uncut = [...wholes, ...labels.map(({ start, end }) => ({ start, end: nextText(text, end) + 1 }))].sort(
    compareSpans,
  );
  const { pageLines } = normalizedText(letter.source);
  const lines = scanLines(text, letter.source);
  const opening = lines.filter((line) => line.opensParagraph);
  const rows = new Set(rowStarts(letter, lines));
  const cuts = new Set([0, ...rows, ...[...opening, ...wholes, ...labels].map(({ start }) => start)]);
  for (const { end } of wholes) {
    const next = nextText(text, end);
    if (/[\r\n\f]/.test(text.slice(end, next))) cuts.add(next);
  }
  for (const { start, end } of pageLines) cuts.add(start).add(nextText(text, end));
  const starts = [...cuts].filter((at) => at < text.length && !isInside(uncut, at)).sort((a, b) => a - b);
  const header = wholes.find(({ kind }) => kind === 'header');
  return starts.flatMap((start, i): Paragraph[] => {
    const { span } = readText(text, { start, end: starts[i + 1] ?? text.length });
    if (span.start === span.end) return [];
    const verbatim = (header !== undefined && contains(header, span)) || spanAt(pageLines, span.start) !== undefined;
    return [{ ...span, verbatim, isRow: i > 0 && rows.has(span.start) }];
  });
}

/** Not at its beginning or end. Only white space parts a label from what it is kept with, so that none begins in between. */
function isInside(uncut: readonly Span[], at: number): boolean {
  const last = lastBegun(uncut, at - 1);
  return last !== undefined && at < last.end;
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
function rowStarts(letter: Letter, lines: readonly TextLine[]): number[] {
  const { text } = letter.source;
  const labels = letter.form.credentials.map(({ label }) => label).filter((label) => label.endsWith(':'));
  return lines.filter((line) => labels.some((label) => text.startsWith(label, line.start))).map((line) => line.start);
}

/** True when two letters have the same parts with the same words. */
export function readsAlike(before: Letter, after: Letter): boolean {
  const words = (letter: Letter): string =>
    [...leaves(letter.tree)]
      .filter(({ kind, start, end }) => kind !== 'trivia' && start < end)
      .map((leaf) => `${leaf.kind}:${printedText(letter.source, leaf).replace(/\s+/g, '')}`)
      .join('|');
  return words(before) === words(after);
}
