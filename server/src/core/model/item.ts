import type { Form } from '../syntax/form';
import { patternsOf } from '../syntax/form-patterns';
import { type Reading, readSource, toSourceSpan } from '../text/reading';
import type { SourceText } from '../text/source-text';
import type { Span } from '../text/span';

/** A disputed item: the heading before the outcome, and what it says. */
export interface Item {
  /** As printed, without its colon. */
  readonly text: string;
  readonly span: Span;
  readonly reading: Reading;
  readonly request: Request;
  /** The words in dispute: the remaining portion where the heading tells one, else all of it. */
  readonly disputed: Reading;
}

/** The parts of a heading after a modification by utilization review; null where the heading does not tell. */
export interface Request {
  readonly original: Reading | null;
  readonly authorized: Reading | null;
  readonly remaining: Reading | null;
  /** The heading says that the whole original request stays open. */
  readonly wholeRemains: boolean;
  /** The original request told again, where it does. */
  readonly again: Reading | null;
}

export function readItem(source: SourceText, span: Span, form: Form): Item {
  const reading = readSource(source, span);
  const request = readRequest(source, reading, form);
  const disputed = request.remaining ?? request.original ?? reading;
  return { text: reading.text, span: reading.span, reading, request, disputed };
}

const untold: Request = { original: null, authorized: null, remaining: null, wholeRemains: false, again: null };

/** `X was the original request. Y was authorized …. The remaining IMR eligible portion of the original request, Z is` */
function readRequest(source: SourceText, reading: Reading, form: Form): Request {
  const { text } = reading;
  const wording = patternsOf(form).wording.request;
  const first = find(text, wording.original, 0);
  if (!first) return untold;
  const part = (start: number, end: number): Reading | null => {
    const inner = text.slice(start, end).trimEnd().replace(copula, '').trimEnd();
    return inner === '' ? null : readSource(source, toSourceSpan(reading, { start, end: start + inner.length }));
  };
  const portion = find(text, wording.remaining, first.end);
  const again = find(text, wording.again, first.end);
  const by = find(text, wording.authorized, first.end);
  const admin = find(text, wording.authorizes, first.end);
  const leave = find(text, wording.leaves, first.end);
  const authorizedUntil = leave?.start ?? portion?.start ?? again?.start ?? text.length;
  const wholeRemains = portion === undefined && (leave !== undefined || again !== undefined);
  const byAdmin = admin ? part(admin.end, authorizedUntil) : null;
  return {
    original: part(0, first.start),
    authorized: by ? part(first.end, by.start) : byAdmin,
    remaining: portion ? part(portion.end, text.length) : null,
    wholeRemains,
    again: wholeRemains && again ? part(again.end, text.length) : null,
  };
}

/** Behind a portion: `… 30 tablets, is`, `… 30 tablets, leaving …`. */
const copula = /(?:,? (?:is|are)|,)$/i;

/** The words of the form, with the mark behind them and the white space round them. */
function find(text: string, pattern: RegExp, from: number): Span | undefined {
  const match = pattern.exec(text.slice(from));
  if (!match) return undefined;
  const end = from + match.index + match[0].length;
  return { start: from + match.index, end: end + (/^[.,]? ?/.exec(text.slice(end))?.[0].length ?? 0) };
}
