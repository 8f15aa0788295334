import { positionAt, type SourceText, type Span } from '../core/index';

/** A place in a letter, as JSON gives it: line and character count from 0 in UTF-16 units, as the offset does. */
export interface Place {
  /** From 0. */
  readonly line: number;
  /** From 0, in UTF-16 units. */
  readonly character: number;
  /** From the start of the text, in UTF-16 units. */
  readonly offset: number;
}

/** Half-open: `end` is behind the last character. */
export interface Range {
  /** The first character. */
  readonly start: Place;
  /** Behind the last character. */
  readonly end: Place;
}

export function toPlace(source: SourceText, offset: number): Place {
  return { ...positionAt(source, offset), offset };
}

export function toRange(source: SourceText, span: Span): Range {
  return { start: toPlace(source, span.start), end: toPlace(source, span.end) };
}
