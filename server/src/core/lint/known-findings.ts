import type { Fix } from '../problem/fix';
import type { Finding, RelatedPlace } from '../problem/problem';
import { contains, type Span } from '../text/span';

/** The part of the letter that a rule was run on: a block, a passage, or everything before the first block. */
export interface Stretch extends Span {
  /** The source text of this part. */
  readonly text: string;
}

/** A finding with offsets relative to the start of its part, so that it can be moved to another version of the letter. */
export interface KnownFinding {
  readonly finding: Omit<Finding, 'span' | 'anchor' | 'related' | 'fixes'>;
  readonly span: KnownSpan;
  readonly anchor: KnownSpan | undefined;
  readonly related: readonly { readonly span: KnownSpan; readonly message: string }[];
  readonly hasFixes: boolean;
}

interface KnownSpan extends Span {
  readonly isInside: boolean;
}

/**
 * Returns what to remember of a rule's findings. Undefined if one is outside both `stretch` and `before`, the part of the letter
 * whose offsets do not change.
 */
export function toKnown(
  findings: readonly Finding[],
  stretch: Stretch,
  before: Span,
): readonly KnownFinding[] | undefined {
  if (findings.length === 0) return none;
  let isSound = true;
  const known = (span: Span): KnownSpan => {
    if (contains(stretch, span)) {
      return { start: span.start - stretch.start, end: span.end - stretch.start, isInside: true };
    }
    isSound &&= contains(before, span);
    return { start: span.start, end: span.end, isInside: false };
  };
  const list = findings.map(({ span, anchor, related = [], fixes, ...finding }) => ({
    finding,
    span: known(span),
    anchor: anchor && known(anchor),
    related: related.map((place) => ({ span: known(place.span), message: place.message })),
    hasFixes: fixes !== undefined,
  }));
  return isSound ? list : undefined;
}

const none: readonly KnownFinding[] = [];

/**
 * Returns the findings at the stretch's place in this version of the letter. Fixes are edits of this version, so the rule runs
 * `again` when somebody asks for one.
 */
export function toFindings(
  known: readonly KnownFinding[],
  { start }: Stretch,
  again: () => readonly Finding[],
): Finding[] {
  const placed = (span: KnownSpan): Span =>
    span.isInside ? { start: start + span.start, end: start + span.end } : { start: span.start, end: span.end };
  let fresh: readonly Finding[] | undefined;
  const fixesOf = (i: number): readonly Fix[] => {
    fresh ??= again();
    const { fixes = [] } = fresh[i] ?? {};
    return typeof fixes === 'function' ? (fixes() ?? []) : fixes;
  };
  return known.map(({ finding, span, anchor, related, hasFixes }, i) => {
    const places: RelatedPlace[] = related.map((place) => ({ span: placed(place.span), message: place.message }));
    const plain: Finding = {
      ...finding,
      span: placed(span),
      ...(anchor && { anchor: placed(anchor) }),
      ...(places.length > 0 && { related: places }),
    };
    if (!hasFixes) return plain;
    return {
      ...plain,
      fixes: () => fixesOf(i),
    };
  });
}
