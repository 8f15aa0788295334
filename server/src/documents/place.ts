import { positionAt, type SourceText, type Span } from '../core/index';

/** A place in a letter, as JSON gives it: line and character count from 0 in UTF-16 units, as the offset does. */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

/** Half-open: `end` is behind the last character. */
export interface Range {
  readonly start: Place;
  readonly end: Place;
}

export function toPlace(source: SourceText, offset: number): Place {
  return { ...positionAt(source, offset), offset };
}

export function toRange(source: SourceText, span: Span): Range {
  return { start: toPlace(source, span.start), end: toPlace(source, span.end) };
}
