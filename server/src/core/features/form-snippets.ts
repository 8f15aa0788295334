import type { Field, Form } from '../model/letter';
import { blockTemplate, fieldTemplate, labelOf } from '../rules/field-template';
import type { SnippetPart } from '../text/snippet';
import { credentialsIn, headerRows } from './new-letter';

/** A structural part of a letter, to be written by its prefix. */
export interface FormSnippet {
  /** `imr-heading-summary`. */
  readonly prefix: string;
  readonly description: string;
  readonly parts: readonly SnippetPart[];
}

const sectionNames: Readonly<Record<string, string>> = {
  'how-made': 'how-made',
  'case-summary': 'summary',
  issues: 'issues',
};
const fieldNames: Readonly<Record<Field['kind'], string>> = {
  claimsAdministratorGuideline: 'administrator',
  reviewerGuideline: 'reviewer',
  rationale: 'rationale',
};

/** Headings, lead sentences, labelled fields, a whole block, the case header and the credentials of a form. */
export function formSnippets(form: Form): readonly FormSnippet[] {
  const gap = '\n\n';
  const sections = form.sections.flatMap(({ kind, headings: [heading = ''], lead = '' }): FormSnippet[] => [
    {
      prefix: `imr-heading-${sectionNames[kind]}`,
      description: `Heading "${heading}" with its lead sentence`,
      parts: [heading, gap, lead, ...(lead ? [gap] : [])],
    },
    { prefix: `imr-lead-${sectionNames[kind]}`, description: `Lead sentence of "${heading}"`, parts: [lead] },
  ]);
  const fields = form.fields.map(({ kind }): FormSnippet => {
    const label = labelOf(form, kind);
    return {
      prefix: `imr-${fieldNames[kind]}`,
      description: `Field "${label}"`,
      parts: [`${label} `, ...fieldTemplate(form, kind)],
    };
  });
  const block = withOneItem(blockTemplate(form).flatMap((paragraph, i) => (i > 0 ? [gap, ...paragraph] : paragraph)));
  const credentials = credentialsIn('{credentials}', form, '');
  return [
    ...(form.newLetter.hasHeader
      ? [{ prefix: 'imr-header', description: 'Table of the case header', parts: headerRows(form) }]
      : []),
    ...sections.filter(({ parts }) => parts.some((part) => part !== '')),
    { prefix: 'imr-credentials', description: "The reviewer's licence and specialty", parts: credentials },
    { prefix: 'imr-block', description: 'Decision block: item, outcome and the labelled fields', parts: block },
    ...fields,
  ];
}

/** The item is filled in once, for heading and conclusion. */
function withOneItem(parts: readonly SnippetPart[]): SnippetPart[] {
  return parts.map((part) =>
    typeof part !== 'string' && 'place' in part && /^(?:the )?item$/i.test(part.place)
      ? { place: 'item', linked: true }
      : part,
  );
}
