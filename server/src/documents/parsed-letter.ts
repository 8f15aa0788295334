import {
  type Ask,
  conclusionOf,
  type DecisionBlock,
  type Field,
  type FieldKind,
  type HeaderKey,
  type Letter,
  type Outcome,
  type Reading,
  resolutionOf,
  type SectionKind,
} from '../core/index';
import { type Range, toRange } from './place';

/** A letter as plain data: `imr parse` prints it, as docs/json/parse.schema.json says. `text` is reading text everywhere. */
export interface ParsedLetter {
  /** Id of the letter's form; `unknown` where no form is recognized. */
  readonly form: string;
  /** Values of the case header, dates as `YYYY-MM-DD`; null where one is missing. */
  readonly header: Readonly<Record<HeaderKey, string | null>>;
  /** The sections that the letter has, in its order. */
  readonly sections: readonly ParsedSection[];
  /** One for each disputed item, in the letter's order. */
  readonly blocks: readonly ParsedBlock[];
}

/** Reading text: line wraps and page breaks joined, white space single. */
export interface ParsedText extends Range {
  /** The words; a range covers them as they are printed. */
  readonly text: string;
}

/** A section: its heading's kind and the text below the heading. */
export interface ParsedSection extends ParsedText {
  /** Which section it is. */
  readonly kind: SectionKind;
}

/** The decision on one item, from its heading to the end of its rationale. */
export interface ParsedBlock extends Range {
  /** The disputed item as its heading names it. */
  readonly item: string;
  /** Portions of the request that utilization review modified; null where the heading names none. */
  readonly request: {
    readonly original: string | null;
    readonly authorized: string | null;
    readonly remaining: string | null;
  };
  /** Null where the heading states none. */
  readonly outcome: Outcome | null;
  /** A field that the letter lacks is an empty text where it belongs. */
  readonly fields: Readonly<Record<FieldKind, ParsedText>>;
  /** What both guideline fields cite, in the letter's order. */
  readonly citations: readonly ParsedCitation[];
  /** The sentence that says whether the item is necessary; null where there is none. */
  readonly conclusion: (Range & { readonly necessary: boolean }) | null;
}

/** One guideline cited in a field. */
export interface ParsedCitation extends Range {
  /** Who cites it. */
  readonly by: 'claims-administrator' | 'reviewer';
  /** By the standing sentence it is under; `none` where it is under neither. */
  readonly kind: 'mtus' | 'non-mtus' | 'none';
  /** Id in the library; null where the library does not know it. */
  readonly guideline: string | null;
  /** As printed. */
  readonly title: string;
  /** Year of the edition; null where the letter states none. */
  readonly year: number | null;
  /** As printed; empty where none is named. */
  readonly topics: readonly string[];
  /** Single pages and ranges as printed: `78-80`. */
  readonly pages: readonly string[];
  /** As printed; empty where none is named. */
  readonly sections: readonly string[];
}

const headerKeys: readonly HeaderKey[] = [
  'caseNumber',
  'dateAssigned',
  'dateOfInjury',
  'decisionDate',
  'urDenialDate',
  'priority',
  'applicationReceived',
];

/** The model of a letter, with the library's ids for what it cites. */
export function toParsedLetter(ask: Ask): ParsedLetter {
  const { letter } = ask;
  const textOf = ({ text, span }: Reading): ParsedText => ({ text, ...toRange(letter.source, span) });
  return {
    form: letter.form.id,
    header: headerOf(letter),
    sections: letter.sections
      .filter((section) => !section.absent)
      .map((section) => ({ kind: section.kind, ...textOf(section.body) })),
    blocks: letter.blocks.map((block) => toParsedBlock(ask, block)),
  };
}

function headerOf({ header }: Letter): ParsedLetter['header'] {
  const values = headerKeys.map((key) => [key, isoDate(header?.fields[key]?.text ?? '') || null]);
  return Object.fromEntries(values) as ParsedLetter['header'];
}

/** `01/13/2017` as `2017-01-13`; what is no date of the header's form stays as written. */
function isoDate(text: string): string {
  const [, month, day, year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text.trim()) ?? [];
  if (!month || !day || !year || Number(month) > 12 || Number(day) > 31) return text.trim();
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function toParsedBlock(ask: Ask, block: DecisionBlock): ParsedBlock {
  const { source } = ask.letter;
  const conclusion = ask(conclusionOf, block);
  const { item, outcome } = block.heading;
  const textOf = ({ body }: Field): ParsedText => ({ text: body.text, ...toRange(source, body.span) });
  return {
    item: item.text,
    request: {
      original: item.request.original?.text ?? null,
      authorized: item.request.authorized?.text ?? null,
      remaining: item.request.remaining?.text ?? null,
    },
    outcome: outcome.value,
    ...toRange(source, block.span),
    fields: {
      claimsAdministratorGuideline: textOf(block.fields.claimsAdministratorGuideline),
      reviewerGuideline: textOf(block.fields.reviewerGuideline),
      rationale: textOf(block.fields.rationale),
    },
    citations: block.citations.map((citation) => ({
      by: citation.by,
      kind: citation.kind,
      guideline: ask(resolutionOf, citation).guideline?.id ?? null,
      title: citation.title,
      year: citation.year,
      topics: citation.topics,
      pages: citation.pages,
      sections: citation.sections,
      ...toRange(source, citation.span),
    })),
    conclusion: conclusion && { necessary: conclusion.necessary, ...toRange(source, conclusion.span) },
  };
}
