import { setParagraphs, wrapParts } from '../model/layout';
import type { Field, Letter } from '../model/letter';
import { hasPlaces, type SnippetPart, toPlainText } from '../text/snippet';
import { lineAt } from '../text/source-text';
import { emptySpan, type Span } from '../text/span';
import type { FixEdit } from './fix';

/** Replaces `span` by `newText` without fitting it to the layout. */
export function replace(span: Span, newText: string): FixEdit {
  return { span: { start: span.start, end: span.end }, newText };
}

/** Replaces `span` by text with places to fill in, without fitting it to the layout. */
export function replaceParts(span: Span, parts: readonly SnippetPart[]): FixEdit {
  return { ...replace(span, toPlainText(parts)), ...(hasPlaces(parts) && { snippet: parts }) };
}

/** Deletes `span`. */
export function remove(span: Span): FixEdit {
  return replace(span, '');
}

/** Inserts text with places to fill in, without fitting it to the layout. */
export function insert(at: number, parts: readonly SnippetPart[]): FixEdit {
  return { span: emptySpan(at), newText: toPlainText(parts), ...(hasPlaces(parts) && { snippet: parts }) };
}

/** Inserts a paragraph after offset `at`, laid out like the letter's fields. Inside the text it is set apart on both sides. */
export function insertParagraphAfter(letter: Letter, at: number, parts: readonly SnippetPart[]): FixEdit {
  const { layout, source } = letter;
  const before = /^\s*$/.test(source.text.slice(0, at)) ? [] : [layout.paragraphGap];
  const followed = /^[ \t]*\S/.test(source.text.slice(at, at + 200));
  return insert(at, [...before, ...wrapParts(parts, layout), ...(followed ? [layout.paragraphGap] : [])]);
}

/** Inserts a paragraph before offset `at`. */
export function insertParagraphBefore(letter: Letter, at: number, parts: readonly SnippetPart[]): FixEdit {
  return insert(at, [...wrapParts(parts, letter.layout), letter.layout.paragraphGap]);
}

/** Adds a sentence at the end of a field's text. */
export function appendSentence(letter: Letter, field: Field, parts: readonly SnippetPart[]): FixEdit {
  const at = field.body.text === '' ? field.label.end : field.body.span.end;
  const { source, layout } = letter;
  const column = at - (source.lineStarts[lineAt(source, at)] ?? 0);
  const opensSentence = field.body.text === '' || /[.!?:]["”’)]?$/.test(field.body.text);
  return insert(at, wrapParts([opensSentence ? ' ' : '. ', ...parts], layout, column));
}

/** Inserts paragraphs at offset `at`, set apart from their neighbors as the letter's paragraphs are. */
export function insertParagraphsAt(
  letter: Letter,
  at: number,
  paragraphs: readonly (readonly SnippetPart[])[],
): FixEdit {
  const { layout, source } = letter;
  const before = source.text.slice(0, at);
  const behind = source.text.slice(at);
  const opensLine = before.trim() === '' || /[\n\r\f][ \t]*$/.test(before.slice(-400));
  const parts = setParagraphs(paragraphs, layout);
  const isApart = behind.trim() === '' || /^[ \t]*[\n\r\f]/.test(behind.slice(0, 400));
  return insert(at, [...(opensLine ? [] : [layout.paragraphGap]), ...parts, ...(isApart ? [] : [layout.paragraphGap])]);
}
