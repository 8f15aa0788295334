import {
  type Ask,
  conclusionOf,
  type DecisionBlock,
  type Field,
  type HeaderKey,
  type Letter,
  type Reading,
  resolutionOf,
} from '../core/index';
import type { ParsedBlock, ParsedFile, ParsedText } from './generated/documents';
import { toRange } from './place';

/** A letter as plain data. `imr parse` prints it with its path. */
export type ParsedLetter = Omit<ParsedFile, 'schemaVersion' | 'path'>;

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

/** `01/13/2017` as `2017-01-13`. Text that is not a date in the header's format stays as written. */
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
