import { wrapParts } from '../../model/layout';
import type { SnippetPart } from '../../text/snippet';
import { toPlainText } from '../../text/snippet';
import type { Span } from '../../text/span';
import type { CompletionPlace } from './place';

/** What a completion inserts; editors show an icon for each. */
export type CompletionKind =
  | 'outcome'
  | 'citation'
  | 'sentence'
  | 'rationale'
  | 'drug'
  | 'treatment'
  | 'item'
  | 'heading'
  | 'label'
  | 'snippet';

/** What tells more about a completion, worked out only when it is asked for. */
export type CompletionSubject =
  | { readonly page: string }
  /** An element that a rationale must address, or `rationale` for the whole of it; of the block with this index. */
  | { readonly element: string; readonly block: number };

/** Something to insert at the cursor. */
export interface Completion {
  readonly kind: CompletionKind;
  /** In the list. */
  readonly label: string;
  /** A few words behind the label. */
  readonly detail?: string;
  /** What is replaced: in one line, and the cursor in it or at its end. */
  readonly span: Span;
  readonly parts: readonly SnippetPart[];
  /** What the text typed in `span` is held against. */
  readonly filter: string;
  readonly about?: CompletionSubject;
}

/** In the order in which they are to be shown. */
export interface Completions {
  readonly items: readonly Completion[];
  /** More of them may fit when more is typed. */
  readonly isIncomplete: boolean;
}

/** Gives completions where the cursor stands at a place of its kind, else none. */
export type CompletionProvider = (place: CompletionPlace) => readonly Completion[];

/** A whole text of which the beginning may stand there already. */
export interface Candidate {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly detail?: string;
  readonly parts: readonly SnippetPart[];
  readonly about?: CompletionSubject;
}

/**
 * The candidate as a completion of `typed`, the words before the cursor with single spaces: whole words that it begins with stay, the
 * word being typed is replaced by the rest, set in the letter's lines. None where it does not begin so; `strict` counts the last
 * word too.
 */
export function continueWith(
  { ask, offset, before }: CompletionPlace,
  typed: string,
  { parts, ...candidate }: Candidate,
  strict = false,
): Completion[] {
  const text = toPlainText(parts);
  const word = typed.slice(typed.lastIndexOf(' ') + 1);
  const standing = typed.slice(0, typed.length - word.length);
  if (!startsWith(text, strict ? typed : standing)) return [];
  const rest = dropStart(parts, standing.length);
  if (!rest || toPlainText(rest).length <= (strict ? word.length : 0)) return [];
  // Behind a colon or a stop without its space the insertion brings one.
  const space = word === '' && before !== '' && !/\s$/.test(before) ? ' ' : '';
  const span = { start: offset - word.length, end: offset };
  const set = wrapParts(space === '' ? rest : [space, ...rest], ask.letter.layout, before.length - word.length);
  return [{ ...candidate, span, parts: set, filter: toPlainText(rest) }];
}

export function startsWith(text: string, start: string): boolean {
  return text.slice(0, start.length).toLowerCase() === start.toLowerCase();
}

/** The parts without their first `length` units; undefined where a place to fill in stands among them. */
export function dropStart(parts: readonly SnippetPart[], length: number): SnippetPart[] | undefined {
  const [first, ...others] = parts;
  if (length === 0) return [...parts];
  if (typeof first !== 'string') return undefined;
  return first.length > length ? [first.slice(length), ...others] : dropStart(others, length - first.length);
}
