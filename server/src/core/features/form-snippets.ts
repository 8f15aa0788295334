import type { Field, Form } from '../model/letter';
import { blockTemplate, fieldTemplate, labelOf } from '../problem/field-template';
import type { SnippetPart } from '../text/snippet';
import { credentialsIn, headerRows } from './new-letter';

/** A structural part of a letter, to be written by its prefix. */
export interface FormSnippet {
  /** `imr-heading-summary`. */
  readonly prefix: string;
  readonly description: string;
  /** An empty one is where the writing goes on. */
  readonly paragraphs: readonly (readonly SnippetPart[])[];
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

/** The case header, headings, lead sentences and the credentials of a form; where it has blocks, its fields and a whole block. */
export function formSnippets(form: Form): readonly FormSnippet[] {
  const credentials = credentialsIn('{credentials}', form, '');
  return [
    ...(form.newLetter.hasHeader
      ? [{ prefix: 'imr-header', description: 'Table of the case header', paragraphs: [headerRows(form)] }]
      : []),
    ...form.sections.flatMap(sectionSnippets),
    { prefix: 'imr-credentials', description: "The reviewer's license and specialty", paragraphs: [credentials] },
    ...(form.hasBlocks ? blockSnippets(form) : []),
  ];
}

/** Those that read alike in all forms that are written today, and so fit a letter whatever its form. */
export function sharedSnippets(forms: readonly Form[]): readonly FormSnippet[] {
  const written = forms.filter(({ basis, hasBlocks }) => basis === 'observed' && hasBlocks).map(formSnippets);
  const [first = [], ...others] = written.map((snippets) => snippets.map((snippet) => JSON.stringify(snippet)));
  return (written[0] ?? []).filter((_, i) => others.every((snippets) => snippets.includes(first[i] ?? '')));
}

function sectionSnippets({ kind, headings: [heading = ''], lead = '' }: Form['sections'][number]): FormSnippet[] {
  const name = sectionNames[kind];
  const withLead = `Heading "${heading}" with its lead sentence`;
  return [
    { prefix: `imr-heading-${name}`, description: withLead, paragraphs: [[heading], ...(lead ? [[lead], []] : [[]])] },
    ...(lead
      ? [{ prefix: `imr-lead-${name}`, description: `Lead sentence of "${heading}"`, paragraphs: [[lead]] }]
      : []),
  ];
}

function blockSnippets(form: Form): FormSnippet[] {
  const description = 'Decision block: item, outcome and the labeled fields';
  return [
    { prefix: 'imr-block', description, paragraphs: blockTemplate(form).map(withOneItem) },
    ...form.fields.map(({ kind }): FormSnippet => {
      const label = labelOf(form, kind);
      const parts = [`${label} `, ...fieldTemplate(form, kind)];
      return { prefix: `imr-${fieldNames[kind]}`, description: `Field "${label}"`, paragraphs: [parts] };
    }),
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
