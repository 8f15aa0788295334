import { normalizedText } from '../text/normalize/normalized-text';
import { readText } from '../text/reading';
import type { SourceText } from '../text/source-text';
import { firstFrom, type Span } from '../text/span';
import { endOfWords } from '../text/words';
import { parseBlocks } from './blocks';
import { detectForm } from './detect-form';
import type { Form, FormSet, SectionKind } from './form';
import { parseHeader } from './header';
import { scanLines, type TextLine } from './lines';
import { findSections, type SectionMark } from './sections';
import { completeTree, type NodeDraft, type SyntaxNode, treeOfSource } from './tree';

export interface ParseResult {
  readonly form: Form;
  readonly tree: SyntaxNode;
}

/** Parses any text, whole letter or not; never throws. */
export function parseLetter(text: SourceText, forms: FormSet): ParseResult {
  const normalized = normalizedText(text);
  const source = normalized.text;
  const whole = { start: 0, end: source.length };
  const form = detectForm(source, forms);
  const lines = scanLines(source, normalized.lines);
  const marks = withBlocksFound(source, findSections(source, lines, form), lines, form);
  const first = marks[0];
  const bodyStart = first ? startOf(first, lines, source) : source.length;
  const children: NodeDraft[] = [preamble(source, { start: 0, end: bodyStart }, form)];
  marks.forEach((mark, i) => {
    const next = marks[i + 1];
    const end = next ? startOf(next, lines, source) : source.length;
    children.push(sectionNode(source, mark, { start: startOf(mark, lines, source), end }, lines, form));
  });
  const tree = completeTree(source, { kind: 'letter', ...whole, children: withMissingSections(children, form) });
  return { form, tree: normalized.map ? treeOfSource(tree, normalized.map, text.text.length) : tree };
}

/** If the heading and the lead of the section of decisions are lost, the section begins with the first block. */
function withBlocksFound(source: string, marks: SectionMark[], lines: readonly TextLine[], form: Form): SectionMark[] {
  if (!form.hasBlocks || marks.some((mark) => mark.kind === 'issues')) return marks;
  const last = marks.at(-1);
  const start = last ? (lines[last.bodyLine]?.start ?? source.length) : 0;
  const block = parseBlocks(source, { start, end: source.length }, lines, form)[0];
  if (!block) return marks;
  const line = firstFrom(lines, block.start);
  if (line === lines.length) return marks;
  const at = { start: block.start, end: block.start };
  return [...marks, { kind: 'issues', heading: at, misspelled: false, firstLine: line, bodyLine: line }];
}

function startOf(mark: SectionMark, lines: readonly TextLine[], source: string): number {
  return lines[mark.firstLine]?.start ?? source.length;
}

function preamble(source: string, within: Span, form: Form): NodeDraft {
  const header = parseHeader(source, within, form);
  return { kind: 'preamble', ...within, children: header ? [header] : [] };
}

function sectionNode(
  source: string,
  mark: SectionMark,
  within: Span,
  lines: readonly TextLine[],
  form: Form,
): NodeDraft {
  const bodyStart = Math.max(mark.heading.end, within.start);
  const heading: NodeDraft = {
    kind: 'section-heading',
    role: mark.kind,
    misspelled: mark.misspelled,
    ...mark.heading,
  };
  const lead = findLead(source, { start: bodyStart, end: within.end }, lines, mark.kind, form);
  const leads: NodeDraft[] = lead ? [{ kind: 'lead', role: mark.kind, ...lead }] : [];
  const holdsBlocks = mark.kind === 'issues' && form.hasBlocks;
  const blocks = holdsBlocks
    ? parseBlocks(source, { start: lead?.end ?? bodyStart, end: within.end }, lines, form)
    : [];
  return { kind: 'section', role: mark.kind, ...within, children: [heading, ...leads, ...blocks] };
}

/** The standard sentence that opens a section: word for word, or else the paragraph that begins like it. */
function findLead(
  source: string,
  body: Span,
  lines: readonly TextLine[],
  kind: SectionKind,
  form: Form,
): Span | undefined {
  const lead = form.sections.find((section) => section.kind === kind)?.lead;
  if (!lead) return undefined;
  const i = firstFrom(lines, body.start);
  const first = lines[i];
  if (!first || first.start >= body.end) return undefined;
  const exactEnd = endOfWords(source, first.start, body.end, lead);
  if (exactEnd !== undefined) return { start: first.start, end: exactEnd };
  const reading = readText(source, { start: first.start, end: Math.min(body.end, first.start + lead.length * 2 + 80) });
  const opening = lead.split(' ').slice(0, 3).join(' ').toLowerCase();
  if (!reading.text.toLowerCase().startsWith(opening)) return undefined;
  let last = i;
  while (lines[last + 1] && !lines[last + 1]?.opensParagraph && (lines[last + 1] as TextLine).end <= body.end) last++;
  return { start: first.start, end: (lines[last] as TextLine).end };
}

/** A required section that is absent is an empty node between its neighbors. */
function withMissingSections(children: NodeDraft[], form: Form): NodeDraft[] {
  const result = [...children];
  const kinds = form.sections.map((section) => section.kind);
  form.sections.forEach(({ kind, required }, i) => {
    if (!required || result.some((child) => child.role === kind)) return;
    const before = new Set<string | undefined>(kinds.slice(0, i));
    const at = Math.max(
      0,
      result.findLastIndex((child) => before.has(child.role)),
    );
    const place = result[at]?.end ?? 0;
    result.splice(at + 1, 0, { kind: 'section', role: kind, start: place, end: place });
  });
  return result;
}
