import type { Ask } from '../analysis/fact';
import { blocksWithin } from '../model/block-places';
import type { DecisionBlock, Field, Letter, Section } from '../model/letter';
import { nameOf } from '../model/letter';
import type { Problem } from '../problem/problem';
import { printedText, readSource } from '../text/reading';
import { shorten } from '../text/shorten';
import type { Span } from '../text/span';
import { countOpenPoints, problemsByBlock } from './block-state';
import { citedIn } from './cited';
import { counted } from './facts/words';

export type OutlineKind = 'letter' | 'header' | 'section' | 'block' | 'field';

/** A part of the letter as the outline shows it. `selection` lies in `span`, children lie in it too, names are never empty. */
export interface OutlineEntry {
  readonly kind: OutlineKind;
  readonly name: string;
  /** What one sees without opening it: outcome and open points of a block, what a field says, what is missing. */
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineEntry[];
}

/** The letter with its header, sections, decision blocks and fields; a text without any of them has an outline of one entry. */
export function outlineOf({ letter }: Ask, problems: readonly Problem[]): OutlineEntry {
  const whole = { start: 0, end: letter.source.text.length };
  const sections = letter.sections.filter((section) => !section.absent);
  const problemsOf = problemsByBlock(problems);
  return {
    kind: 'letter',
    name: letter.header?.fields.caseNumber?.text || 'Determination letter',
    detail: letter.form.title,
    span: whole,
    selection: letter.header?.fields.caseNumber?.span ?? { start: 0, end: 0 },
    children: [...headerEntry(letter), ...sections.map((section) => sectionEntry(letter, section, problemsOf))],
  };
}

function headerEntry({ header }: Letter): OutlineEntry[] {
  if (!header) return [];
  const selection = { start: header.span.start, end: header.span.start };
  return [{ kind: 'header', name: 'Case header', detail: '', span: header.span, selection, children: [] }];
}

type ProblemsOf = ReturnType<typeof problemsByBlock>;

function sectionEntry(letter: Letter, section: Section, problemsOf: ProblemsOf): OutlineEntry {
  const printed = printedText(letter.source, section.heading).replace(/\s+/g, ' ').trim();
  const blocks = blocksWithin(letter, section.span);
  return {
    kind: 'section',
    name: printed || headingOf(letter, section),
    detail: blocks.length === 0 ? '' : counted(blocks.length, 'decision'),
    span: readSource(letter.source, section.span).span,
    selection: section.heading,
    children: blocks.map((block) => blockEntry(letter, block, problemsOf(block))),
  };
}

function headingOf({ form }: Letter, { kind }: Section): string {
  return form.sections.find((section) => section.kind === kind)?.headings[0] ?? kind;
}

function blockEntry(letter: Letter, block: DecisionBlock, problems: readonly Problem[]): OutlineEntry {
  const outcome = block.heading.outcome.value ?? 'no outcome';
  const open = countOpenPoints(problems);
  return {
    kind: 'block',
    name: nameOf(block),
    detail: `${outcome} · ${open || 'complete'}`,
    span: block.span,
    selection: block.heading.item.span,
    children: fieldsOf(letter, block).map((field) => fieldEntry(letter, field)),
  };
}

/** The fields as they stand, then those that are missing. */
function fieldsOf({ form }: Letter, block: DecisionBlock): readonly Field[] {
  if (!form.hasBlocks) return [];
  const missing = form.fields.map(({ kind }) => block.fields[kind]).filter(({ state }) => state === 'missing');
  return [...block.fieldsInOrder, ...missing].sort((a, b) => a.span.start - b.span.start);
}

function fieldEntry({ form }: Letter, field: Field): OutlineEntry {
  const name = form.fields.find(({ kind }) => kind === field.kind)?.labels[0] ?? field.kind;
  return { kind: 'field', name, detail: saidIn(field), span: field.span, selection: field.label, children: [] };
}

function saidIn(field: Field): string {
  if (field.state !== 'present') return field.state;
  if (field.kind === 'rationale') return `${wordCount(field.body.text)} words`;
  const titles = citedIn(field);
  return titles.length === 0 ? 'cites nothing' : shorten(titles.join('; '), 80);
}

function wordCount(text: string): number {
  return text === '' ? 0 : text.split(' ').length;
}
