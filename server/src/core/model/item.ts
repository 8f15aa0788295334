import { type Reading, readText, toSourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { findMeasures, type Measure } from './measures';

/** A disputed item: the heading before the outcome, and what it says. */
export interface Item {
  /** As printed, without its colon. */
  readonly text: string;
  readonly span: Span;
  readonly reading: Reading;
  readonly request: Request;
  /** The words in dispute: the remaining portion where the heading tells one, else all of it. */
  readonly disputed: Reading;
  /** Strength, quantity, frequency, side … of the disputed words; offsets are those of `disputed.text`. */
  readonly measures: readonly Measure[];
}

/** The parts of a heading after a modification by utilization review; null where the heading does not tell. */
export interface Request {
  readonly original: Reading | null;
  readonly authorized: Reading | null;
  readonly remaining: Reading | null;
  /** The heading says that the whole original request stays open. */
  readonly wholeRemains: boolean;
}

/** `X was the original request. Y was authorized …. The remaining IMR eligible portion of the original request, Z is` */
const original = / (?:was|were|is) the original request\b\.?/i;
const authorizedFirst = /(?:was|were|is) authorized by the Claims Administrator\b\.?/i;
const authorizedLast = /The Claims Administrator (?:authorized|approved|certified) /i;
const leaving = /,? leaving the original request(?: IMR eligible)?\.?/i;
const remaining = /The remaining (?:IMR[- ]eligible )?portion of the original request,? /i;
const restated = /The original request,? /i;
const copula = /,? (?:is|are)$/i;

export function readItem(source: string, span: Span): Item {
  const reading = readText(source, span);
  const request = readRequest(source, reading);
  const disputed = request.remaining ?? request.original ?? reading;
  return { text: reading.text, span: reading.span, reading, request, disputed, measures: findMeasures(disputed.text) };
}

function readRequest(source: string, reading: Reading): Request {
  const { text } = reading;
  const first = original.exec(text);
  if (!first) return { original: null, authorized: null, remaining: null, wholeRemains: false };
  const part = (start: number, end: number): Reading | null => {
    const inner = text.slice(start, end).replace(copula, '');
    return inner.trim() === ''
      ? null
      : readText(source, toSourceSpan(reading, { start, end: start + inner.trimEnd().length }));
  };
  const behind = first.index + first[0].length;
  const [portion, again] = [matchAfter(text, remaining, behind), matchAfter(text, restated, behind)];
  const by = matchAfter(text, authorizedFirst, behind);
  const admin = matchAfter(text, authorizedLast, behind);
  const leave = matchAfter(text, leaving, behind);
  const authorized = by
    ? part(behind, by.start)
    : admin
      ? part(admin.end, leave?.start ?? portion?.start ?? again?.start ?? text.length)
      : null;
  return {
    original: part(0, first.index),
    authorized,
    remaining: portion ? part(portion.end, text.length) : null,
    wholeRemains: portion === undefined && (leave !== undefined || again !== undefined),
  };
}

function matchAfter(text: string, pattern: RegExp, from: number): Span | undefined {
  const match = pattern.exec(text.slice(from));
  return match ? { start: from + match.index, end: from + match.index + match[0].length } : undefined;
}
