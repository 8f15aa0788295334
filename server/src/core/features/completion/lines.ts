import { wrapParts } from '../../model/layout';
import type { DecisionBlock, Letter, Section } from '../../model/letter';
import type { SnippetPart } from '../../text/snippet';
import type { Completion, CompletionProvider } from './completion';
import type { CompletionPlace } from './place';

/** At the start of a line: headings, labels and rows that the letter lacks there, and no others. */
export const lineCompletions: CompletionProvider = (place) => {
  const { letter } = place.ask;
  return [
    ...labelLines(place).map((label) => lineItem(place, 'label', `${label}:`, [`${label}: `, { place: '' }])),
    ...headerLines(place).map((label) => lineItem(place, 'label', `${label}:`, [`${label}: `, { place: '' }])),
    ...missingSections(place).map(({ kind }) => {
      const { headings, lead } = letter.form.sections.find((section) => section.kind === kind) ?? {
        headings: [],
        lead: '',
      };
      const [heading = ''] = headings;
      const { paragraphGap } = letter.layout;
      const sentence =
        lead === '' ? [] : [paragraphGap, ...wrapParts([lead], letter.layout), paragraphGap, { place: '' }];
      return lineItem(place, 'heading', heading, [heading, ...sentence]);
    }),
  ].filter(({ filter }) => filter.toLowerCase().startsWith(place.before.trimStart().toLowerCase()));
};

function lineItem(
  { offset, before }: CompletionPlace,
  kind: 'label' | 'heading',
  label: string,
  parts: readonly SnippetPart[],
): Completion {
  const span = { start: offset - before.trimStart().length, end: offset };
  return { kind, label, span, parts, filter: label };
}

/** Fields that the block lacks and whose place is here: behind those that come before them, before those that follow. */
function labelLines({ ask, block, offset, paragraph, before }: CompletionPlace): string[] {
  const { form } = ask.letter;
  if (!block || !form.hasBlocks || paragraph !== before.trim()) return [];
  return form.fields
    .filter(
      ({ kind }, i) =>
        block.fields[kind].state === 'missing' &&
        fitsAt(block, form.fields.slice(0, i), form.fields.slice(i + 1), offset),
    )
    .map(({ labels }) => labels[0] ?? '');
}

type FieldForms = Letter['form']['fields'];

function fitsAt(block: DecisionBlock, earlier: FieldForms, later: FieldForms, offset: number): boolean {
  const present = (forms: FieldForms) =>
    forms.map(({ kind }) => block.fields[kind]).filter(({ state }) => state !== 'missing');
  return (
    present(earlier).every(({ label }) => label.end <= offset) &&
    present(later).every(({ label }) => offset <= label.start)
  );
}

function headerLines({ ask, offset }: CompletionPlace): string[] {
  const { header, form } = ask.letter;
  if (!header || offset < header.span.start || offset > header.span.end + 1) return [];
  return form.headerRows.filter(({ key }) => header.fields[key] === undefined).map(({ label }) => label);
}

/** Sections that are not there and belong between the ones around the cursor. */
function missingSections({ ask, offset, paragraph, before }: CompletionPlace): Section[] {
  const { sections, form } = ask.letter;
  if (paragraph !== before.trim()) return [];
  const rank = (section: Section): number => form.sections.findIndex(({ kind }) => kind === section.kind);
  const present = sections.filter(({ absent }) => !absent);
  return sections.filter(
    (section) =>
      section.absent &&
      present.every((each) => (rank(each) < rank(section) ? each.span.start < offset : offset <= each.span.start)),
  );
}
