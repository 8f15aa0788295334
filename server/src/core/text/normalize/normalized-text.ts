import { compose, type OffsetMap, type Replacement, rewrite, sourceSpan } from '../offset-map';
import type { SourceText } from '../source-text';
import { createSourceText } from '../source-text';
import { type Span, spansApart } from '../span';
import { oddCharacters } from './characters';
import { type LineMark, takeBullets, takeLineNumbers, takePipes, takeQuotes } from './line-marks';
import { markdownMarks } from './markdown';
import { findPageLines } from './page-line-finder';
import { type SourceLine, scanText } from './source-lines';

/**
 * A text as the parser reads it: without the marks of mail and Markdown, without page lines, line numbers and bullets, with odd
 * characters as the usual ones. All spans are UTF-16 offsets of the source.
 */
export interface NormalizedText {
  readonly text: string;
  readonly lines: SourceText;
  /** Undefined where the text is the source itself, as it is for most letters. */
  readonly map: OffsetMap | undefined;
  /** Each without the white space at its ends. */
  readonly pageLines: readonly Span[];
  /** Ascending and disjoint. */
  readonly marks: readonly LineMark[];
}

const known = new WeakMap<SourceText, NormalizedText>();

/** The normalized text of a source, worked out once for each. */
export function normalizedText(source: SourceText): NormalizedText {
  const normalized = known.get(source) ?? normalize(source);
  known.set(source, normalized);
  return normalized;
}

function normalize(source: SourceText): NormalizedText {
  const { text } = source;
  const { lines, isOdd } = scanText(text);
  const lineMarks = marksOfLines(text, lines);
  const pageLines = findPageLines(text, lines);
  const pages = pageLines.map((line): Replacement => ({ ...line, text: '\f' }));
  const first =
    lineMarks.length + pages.length > 0 ? rewrite(text, spansApart<Replacement>([...lineMarks, ...pages])) : undefined;
  const carried = first?.text ?? text;
  const inline = /[*_`\\]/.test(carried) ? markdownMarks(carried) : [];
  const odd = isOdd || carried.includes(' (s)') ? oddCharacters(carried) : [];
  const second = inline.length + odd.length > 0 ? rewrite(carried, spansApart([...inline, ...odd])) : undefined;
  if (!first && !second) return { text, lines: source, map: undefined, pageLines: [], marks: [] };
  const inlineMarks = first ? inline.map((mark) => ({ ...mark, ...sourceSpan(first.map, mark) })) : inline;
  return {
    text: second?.text ?? carried,
    lines: createSourceText(second?.text ?? carried),
    map: second && first ? compose(second.map, first.map) : (second ?? first)?.map,
    pageLines,
    marks: [...lineMarks, ...inlineMarks].sort((a, b) => a.start - b.start),
  };
}

function marksOfLines(text: string, lines: readonly SourceLine[]): LineMark[] {
  const quotes = text.includes('>') ? takeQuotes(text, lines) : [];
  const pipes = text.includes('|') ? takePipes(text, lines) : [];
  return [...quotes, ...takeLineNumbers(text, lines), ...takeBullets(text, lines), ...pipes];
}
