// The fixes that a person must look at, one a finding: the first that is offered.
import { type FixEdit, isSafe, type Span } from '../../server/src/core/index';
import { sha256 } from '../../server/src/core/text/sha256';
import { foundIn } from '../checked';

export interface ReviewFix {
  readonly code: string;
  readonly message: string;
  readonly title: string;
  /** From the first edit to the last, in the letter. */
  readonly span: Span;
  readonly edits: readonly FixEdit[];
}

export function reviewFixesIn(text: string): readonly ReviewFix[] {
  return foundIn(text).problems.flatMap(({ code, message, fixes }) => {
    const [fix] = fixes ?? [];
    if (!fix || isSafe(fix)) return [];
    const { title, edits } = fix;
    const start = Math.min(...edits.map(({ span }) => span.start));
    const end = Math.max(...edits.map(({ span }) => span.end));
    return [{ code, message, title, span: { start, end }, edits }];
  });
}

/** The first 16 digits of the SHA-256 of what the edits write and where, counted from the first: another fix has another hash. */
export function hashOfFix(edits: readonly FixEdit[]): string {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const parts = edits.map(({ span, newText }) => [span.start - start, span.end - start, newText]);
  return sha256(JSON.stringify(parts)).slice(0, 16);
}
