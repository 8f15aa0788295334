import { positionAt, type SourceText, type Span } from '../core/index';
import type { ParsedText, Place } from './generated/documents';

/** A range in a letter. It is half-open: `end` is after the last character. */
export type Range = Pick<ParsedText, 'start' | 'end'>;

export function toPlace(source: SourceText, offset: number): Place {
  return { ...positionAt(source, offset), offset };
}

export function toRange(source: SourceText, span: Span): Range {
  return { start: toPlace(source, span.start), end: toPlace(source, span.end) };
}
