import type { Letter, Section } from '../../model/letter';
import { printedText } from '../../text/reading';
import { isEmpty, type Span, touches } from '../../text/span';
import { citationHabit, fieldNotes, headerNotes, type PartNote, sectionNotes } from '../facts/form-notes';
import { type CardProvider, type Hover, listPart } from './card';

/** Over a section's heading or standard sentence, a field's label, a row of the case header: what belongs there, and why. */
export const formPartCard: CardProvider = ({ ask: { letter }, offset }) =>
  sectionHover(letter, offset) ?? labelHover(letter, offset) ?? headerHover(letter, offset);

function sectionHover(letter: Letter, offset: number): Hover | undefined {
  for (const section of letter.sections) {
    const span = [section.heading, ...(section.lead ? [section.lead] : [])].find((each) => isOn(each, offset));
    if (span) return noteHover(span, headingOf(letter, section), sectionNotes[section.kind]);
  }
  return undefined;
}

function headingOf({ form, source }: Letter, { kind, heading }: Section): string {
  const known = form.sections.find((section) => section.kind === kind)?.headings[0];
  return known ?? printedText(source, heading).replace(/\s+/g, ' ').trim();
}

function labelHover({ form, blocks }: Letter, offset: number): Hover | undefined {
  const field = blocks.flatMap(({ fieldsInOrder }) => fieldsInOrder).find(({ label }) => isOn(label, offset));
  if (!field) return undefined;
  const title = form.fields.find(({ kind }) => kind === field.kind)?.labels[0] ?? field.kind;
  const habit = field.kind === 'reviewerGuideline' ? [citationHabit(form)] : [];
  return noteHover(field.label, title, fieldNotes[field.kind], habit);
}

function headerHover({ form, header }: Letter, offset: number): Hover | undefined {
  const field = Object.values(header?.fields ?? {}).find(
    ({ label, span }) => isOn(label, offset) || isOn(span, offset),
  );
  if (!field) return undefined;
  const title = form.headerRows.find(({ key }) => key === field.key)?.label ?? field.key;
  return noteHover(isOn(field.label, offset) ? field.label : field.span, title, headerNotes[field.key]);
}

function isOn(span: Span, offset: number): boolean {
  return !isEmpty(span) && touches(span, offset);
}

function noteHover(span: Span, title: string, { belongs, law }: PartNote, more: readonly string[] = []): Hover {
  const list = [...belongs, ...more].map((text) => [text]);
  return {
    span,
    card: { title, parts: [...listPart('What belongs here', list), { paragraph: [{ strong: 'Law:' }, ` ${law}`] }] },
  };
}
