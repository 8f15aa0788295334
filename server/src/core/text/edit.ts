import { overlaps, type Span } from './span';

/** Replace the text of `span` (UTF-16, half-open, in the text before any edit) by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** True when no two edits share text and no two insert at one place. */
export function areDisjoint(edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.every((edit, i) => {
    const next = sorted[i + 1];
    return next === undefined || !clash(edit, next);
  });
}

/** True when the edits cannot both be applied: they share text, or their order at one place would be a guess. */
export function clash(a: TextEdit, b: TextEdit): boolean {
  return overlaps(a.span, b.span) || a.span.start === b.span.start;
}

/** Applies disjoint edits. Throws a RangeError on overlapping edits or on an edit outside the text: a programmer's error. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  if (!areDisjoint(edits)) throw new RangeError('edits overlap');
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  let result = '';
  let at = 0;
  for (const { span, newText } of sorted) {
    if (span.start < at || span.end < span.start || span.end > text.length)
      throw new RangeError('edit outside the text');
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
