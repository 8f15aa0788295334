import type { CitationPatterns } from '../syntax/citation-patterns';
import type { Form } from '../syntax/form';
import { patternsOf } from '../syntax/form-patterns';
import { type Reading, toSourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { findParts, type PartKind } from './citation-parts';
import { findTitle, splitCitations } from './citation-titles';

/** A guideline or study that a field names. Spans are source offsets. */
export interface Citation {
  readonly by: 'claims-administrator' | 'reviewer';
  /** By the label sentence it stands under; `none` where it stands under neither. */
  readonly kind: 'mtus' | 'non-mtus' | 'none';
  /** The guideline's title as written, without year, topics and places. */
  readonly title: string;
  readonly titleSpan: Span;
  /** A second title right behind the first: the one picked from a list, and then another typed. */
  readonly secondTitle?: { readonly text: string; readonly span: Span };
  readonly year: number | null;
  /** Where the year stands, if it does. */
  readonly yearSpan?: Span;
  /** Topics, pages and sections in the order of the text. */
  readonly parts: readonly CitedPart[];
  readonly topics: readonly string[];
  /** As written: `63`, `77-81`. */
  readonly pages: readonly string[];
  readonly sections: readonly string[];
  /** The whole of it as read. */
  readonly text: string;
  readonly span: Span;
}

/** One thing a citation points to inside its guideline. */
export interface CitedPart {
  readonly kind: PartKind;
  readonly text: string;
  readonly span: Span;
}

/** More than this is prose that lost its own label, and no citation. */
const longest = 4000;

/** Reads the citations in `field.text[body]`, which stands under a label sentence of this kind. */
export function readCitations(
  field: Reading,
  body: Span,
  kind: Citation['kind'],
  by: Citation['by'],
  form: Form,
): readonly Citation[] {
  const wording = patternsOf(form).wording.citations;
  const text = field.text.slice(body.start, Math.min(body.end, body.start + longest));
  if (!/[A-Za-z]{3}/.test(text)) return [];
  return splitCitations(text, kind, wording).map((part) =>
    readOne(field, text, part, body.start, { kind, by, wording }),
  );
}

function readOne(
  field: Reading,
  all: string,
  part: Span,
  base: number,
  known: Pick<Citation, 'kind' | 'by'> & { readonly wording: CitationPatterns },
): Citation {
  const text = all.slice(part.start, part.end);
  const toSource = ({ start, end }: Span): Span =>
    toSourceSpan(field, { start: base + part.start + start, end: base + part.start + end });
  const { title, second, year, rest, isKnown } = findTitle(text, known.kind, known.wording);
  const parts = findParts(text, rest, isKnown, known.kind === 'mtus', known.wording).map((found) => ({
    kind: found.kind,
    text: text.slice(found.start, found.end),
    span: toSource(found),
  }));
  const textsOf = (kind: PartKind): string[] => parts.filter((p) => p.kind === kind).map((p) => p.text);
  // A literal: to copy from other objects took half of the time here.
  return {
    by: known.by,
    kind: known.kind,
    title: text.slice(title.start, title.end),
    titleSpan: toSource(title),
    secondTitle: second && { text: text.slice(second.start, second.end), span: toSource(second) },
    year: year ? Number(text.slice(year.start, year.end)) : null,
    yearSpan: year && toSource(year),
    parts,
    topics: textsOf('topic'),
    pages: textsOf('page').map((page) => page.replace(/\s/g, '').replace('–', '-')),
    sections: textsOf('section'),
    text,
    span: toSource({ start: 0, end: text.length }),
  };
}
