import { askAbout } from '../analysis/ask';
import { suggestCitations } from '../analysis/citation-suggestions';
import { composeRationale } from '../analysis/compose';
import { fillTemplate } from '../library/template-text';
import type { Library } from '../library/types';
import { readLetter } from '../model/build';
import { setParagraphs } from '../model/layout';
import type { Form, FormSet, Letter, Outcome } from '../model/letter';
import { citationTemplate, fieldTemplate, labelOf, outcomeChoice } from '../problem/field-template';
import { choiceOf, type SnippetPart, toPlainText } from '../text/snippet';

/** What a person says about an item before its block is written. */
export interface NewItem {
  /** As the heading is to name it: `Norco 10/325mg #60`. */
  readonly item: string;
  /** Null: left open, to be chosen in the letter. */
  readonly outcome: Outcome | null;
}

export interface NewLetter {
  readonly form: Form;
  /** The reviewer's certification or specialty; a place to fill in where it is empty. */
  readonly specialty: string;
  /** Of the utilization review decision, `MM/DD/YYYY`; a place to fill in where it is empty. The editions in force depend on it. */
  readonly reviewDate: string;
  readonly items: readonly NewItem[];
}

const width = 100;

/** The place in header and summary that the date of utilization review fills. */
const reviewDatePlace = 'UR denial date';

/**
 * A whole letter with places and choices: header, how it was made, summary, and for each item a block with the citation and the
 * rationale that fit it. It states nothing about the case that was not given.
 */
export function composeNewLetter(
  { form, specialty, reviewDate, items }: NewLetter,
  forms: FormSet,
  library: Library,
): SnippetPart[] {
  const front = frontMatter(form, specialty, items).map((parts) => withReviewDate(parts, reviewDate));
  const paragraphs = [...front];
  for (const item of items) paragraphs.push(...composeBlock(toText(paragraphs), item, forms, library));
  if (items.length === 0) paragraphs.push([{ place: 'Item' }, ': ', outcomeChoice()]);
  return [...joined(paragraphs), '\n'];
}

/**
 * The paragraphs of a decision block to stand behind `letterText`, in that letter's form: heading, the administrator's field to
 * fill in, the citation that fits best, and the rationale composed for it.
 */
export function composeBlock(
  letterText: string,
  { item, outcome }: NewItem,
  forms: FormSet,
  library: Library,
): SnippetPart[][] {
  const heading: SnippetPart[] = [`${item}: `, outcome ?? outcomeChoice()];
  const read = (paragraphs: readonly (readonly SnippetPart[])[]) => {
    const letter = readLetter(`${letterText}\n\n${toText([heading, ...paragraphs])}`, forms);
    return { form: letter.form, ask: askAbout(letter, library), block: letter.blocks.at(-1) };
  };
  const bare = read([]);
  const { form } = bare;
  const [best] = bare.block ? suggestCitations(bare.ask, bare.block) : [];
  const administrator: SnippetPart[] = [
    `${labelOf(form, 'claimsAdministratorGuideline')} `,
    ...fieldTemplate(form, 'claimsAdministratorGuideline'),
  ];
  const reviewer: SnippetPart[] = [
    `${labelOf(form, 'reviewerGuideline')} `,
    ...(best?.parts ?? citationTemplate(form)),
  ];
  const label = labelOf(form, 'rationale');
  const { ask, block } = read([administrator, reviewer, [label]]);
  const rationale = block ? composeRationale(ask, block, outcome) : [];
  return [heading, administrator, reviewer, [`${label} `, ...rationale]];
}

/** The block as one text to insert, set as the letter is. */
export function composeBlockIn(letter: Letter, item: NewItem, forms: FormSet, library: Library): SnippetPart[] {
  const paragraphs = composeBlock(letter.source.text.trimEnd(), item, forms, library);
  return setParagraphs(paragraphs, letter.layout);
}

function frontMatter(form: Form, specialty: string, items: readonly NewItem[]): SnippetPart[][] {
  const { newLetter } = form;
  const names = listed(items.map(({ item }) => item)) || '[item]';
  const section = (kind: string): SnippetPart[] => [form.sections.find((s) => s.kind === kind)?.headings[0] ?? ''];
  const lead = (kind: string): SnippetPart[] => [form.sections.find((s) => s.kind === kind)?.lead ?? ''];
  return [
    ...(newLetter.hasHeader ? [headerRows(form)] : []),
    section('how-made'),
    ...newLetter.howMade.map((text) => credentialsIn(text, form, specialty)),
    section('case-summary'),
    lead('case-summary'),
    linked(fillTemplate(newLetter.summary, { items: names })),
    section('issues'),
    lead('issues'),
  ];
}

/** The rows of the case header, a line each. */
export function headerRows({ headerRows: rows }: Form): SnippetPart[] {
  return linked(
    rows.flatMap(({ key, label }, i): SnippetPart[] => [
      `${i === 0 ? '' : '\n'}${label}: `,
      key === 'priority'
        ? choiceOf(['Standard', 'Expedited'])
        : { place: label === 'UR Denial Date' ? label.replace('Denial Date', 'denial date') : label.toLowerCase() },
    ]),
  );
}

/** A paragraph of the form with the sentence on the reviewer's license and specialty in it. */
export function credentialsIn(text: string, form: Form, specialty: string): SnippetPart[] {
  const [before = '', after] = text.split('{credentials}');
  if (after === undefined) return [text];
  const template = form.credentialsTemplate
    .replace('{specialty}', specialty || '[specialty]')
    .replace('{state}', '[state]');
  return [before, ...fillTemplate(template, {}), after];
}

function withReviewDate(parts: readonly SnippetPart[], date: string): SnippetPart[] {
  if (date === '') return [...parts];
  return parts.map((part) =>
    typeof part !== 'string' && 'place' in part && part.place === reviewDatePlace ? date : part,
  );
}

/** A date that header and summary both tell is filled in once. */
function linked(parts: readonly SnippetPart[]): SnippetPart[] {
  return parts.map((part) =>
    typeof part !== 'string' && 'place' in part && /date/i.test(part.place) ? { ...part, linked: true } : part,
  );
}

function listed(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function joined(paragraphs: readonly (readonly SnippetPart[])[]): SnippetPart[] {
  return setParagraphs(paragraphs, { lineEnding: '\n', lineGap: '\n', paragraphGap: '\n\n', width });
}

function toText(paragraphs: readonly (readonly SnippetPart[])[]): string {
  return toPlainText(joined(paragraphs));
}
