import { compose, type OffsetMap, type Replacement, rewrite, sourceSpan } from '../offset-map';
import type { SourceText } from '../source-text';
import { createSourceText } from '../source-text';
import { type Span, spansApart } from '../span';
import { takeBullets, takePipes } from './bullets';
import { oddCharacters } from './characters';
import { takeFences, takeLineEnds, takeSpacing } from './line-ends';
import type { LineMark } from './line-mark';
import { takeLineNumbers } from './line-numbers';
import { takeSignature } from './mail-ends';
import { markdownMarks } from './markdown';
import { findPageLines } from './page-line-finder';
import { takeCommonPrefix, takeQuotes } from './quotes';
import { type SourceLine, scanText } from './source-lines';
import { transportMarks } from './transport';

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
  const sent = transportMarks(source.text);
  if (sent.length === 0) return normalizeLines(source);
  const apart = spansApart(sent);
  const { text, map } = rewrite(source.text, apart);
  const inner = normalizeLines(createSourceText(text));
  const toSource = <T extends Span>(span: T): T => ({ ...span, ...sourceSpan(map, span) });
  return {
    ...inner,
    map: inner.map ? compose(inner.map, map) : map,
    pageLines: inner.pageLines.map(toSource),
    marks: spansApart([...apart, ...inner.marks.map(toSource)]),
  };
}

function normalizeLines(source: SourceText): NormalizedText {
  const { text } = source;
  const { lines, isOdd } = scanText(text);
  const lineMarks = marksOfLines(text, lines);
  const pageLines = findPageLines(text, lines);
  const pages = pageLines.map((line): Replacement => ({ ...line, text: '\f' }));
  const first =
    lineMarks.length + pages.length > 0 ? rewrite(text, spansApart<Replacement>([...lineMarks, ...pages])) : undefined;
  const carried = first?.text ?? text;
  const inline = /[*_`\\]/.test(carried) ? markdownMarks(carried) : [];
  const odd = isOdd || / \(s\)|\(s\) {1,3}:/.test(carried) ? oddCharacters(carried) : [];
  const second = inline.length + odd.length > 0 ? rewrite(carried, spansApart([...inline, ...odd])) : undefined;
  if (!first && !second) return { text, lines: source, map: undefined, pageLines: [], marks: [] };
  const inlineMarks = first ? inline.map((mark) => ({ ...mark, ...sourceSpan(first.map, mark) })) : inline;
  return {
    text: second?.text ?? carried,
    lines: createSourceText(second?.text ?? carried),
    map: second && first ? compose(second.map, first.map) : (second ?? first)?.map,
    pageLines,
    marks: spansApart([...lineMarks, ...inlineMarks]),
  };
}

function marksOfLines(text: string, lines: readonly SourceLine[]): LineMark[] {
  const marks = [
    text.includes('>') ? takeQuotes(text, lines) : [],
    takeCommonPrefix(text, lines),
    takeSignature(text, lines),
    takeLineNumbers(text, lines),
    /[\\¶↵⏎]/.test(text) ? takeLineEnds(text, lines) : [],
    /```|~~~/.test(text) ? takeFences(text, lines) : [],
    takeBullets(text, lines),
    takeSpacing(text, lines),
    /[|\u2502\u2503\u2551]/.test(text) ? takePipes(text, lines) : [],
  ];
  return marks.flat();
}
