import { once } from '../text/once';
import { firstFrom, type Span } from '../text/span';
import type { FieldKind, Form } from './form';
import { findHeadings, type HeadingMark } from './headings';
import { findLabels, type LabelMark } from './labels';
import { measureColumn, type TextLine } from './lines';
import type { NodeDraft } from './tree';

interface BlockMark {
  readonly start: number;
  readonly heading: HeadingMark | undefined;
  readonly labels: LabelMark[];
  /** The kinds of its labels. */
  readonly kinds: Set<FieldKind>;
}

/** Returns the decision blocks in `source[within]`, each from its heading to the next heading. `lines` are those of the whole text. */
export function parseBlocks(source: string, within: Span, lines: readonly TextLine[], form: Form): NodeDraft[] {
  const blocks = groupIntoBlocks(source, within, lines, form);
  return blocks.map((block, i) => toNode(source, block, blocks[i + 1]?.start ?? within.end, form));
}

/** A heading opens a block. If the heading is lost, a label that a complete block already has opens the next one. */
function groupIntoBlocks(source: string, within: Span, lines: readonly TextLine[], form: Form): BlockMark[] {
  const blocks: BlockMark[] = [];
  const labels: (LabelMark | undefined)[] = findLabels(source, within, lines, form);
  const columnWidth = once(() => measureColumn(source, lines));
  let from = within.start;
  for (const label of [...labels, undefined]) {
    const until = label?.start ?? within.end;
    const open = blocks.at(-1);
    const headingExpected = label !== undefined && (open === undefined || isPast(label, open, form));
    const undecidedExpected = headingExpected && !(open && label && repeatsLast(label, open));
    const followsLabel = from > within.start;
    const between = linesIn(source, lines, { start: from, end: until }, followsLabel);
    const region = {
      start: from,
      end: until,
      lines: between,
      followsLabel,
      headingExpected,
      undecidedExpected,
      form,
      columnWidth,
    };
    for (const heading of findHeadings(source, region)) blocks.push(openBlock(heading.start, heading));
    if (!label) break;
    const noHeading = blocks.at(-1) === open;
    if (noHeading && (open === undefined || (undecidedExpected && isWhole(label, open)))) {
      blocks.push(openBlock(label.start));
    }
    const current = blocks.at(-1);
    current?.labels.push(label);
    current?.kinds.add(label.kind);
    from = label.end;
  }
  return blocks;
}

function openBlock(start: number, heading?: HeadingMark): BlockMark {
  return { start, heading, labels: [], kinds: new Set() };
}

/** The block that is open already has this field, or has ended with its rationale. */
function isPast({ kind }: LabelMark, { kinds }: BlockMark, form: Form): boolean {
  return kinds.has(kind) || (kind === form.fields[0]?.kind && kinds.has('rationale'));
}

/** True if the open block has this field and its rationale. Otherwise the label is only out of place. */
function isWhole({ kind }: LabelMark, { kinds }: BlockMark): boolean {
  return kinds.has(kind) && kinds.has('rationale');
}

function repeatsLast(label: LabelMark, open: BlockMark): boolean {
  return open.labels.at(-1)?.kind === label.kind;
}

/** Returns the lines inside the region. A line that begins with a label counts from behind the label. */
function linesIn(source: string, lines: readonly TextLine[], region: Span, followsLabel: boolean): TextLine[] {
  const inside: TextLine[] = [];
  const first = firstFrom(lines, region.start);
  const cut = lines[first - 1];
  if (cut && followsLabel && cut.end > region.start) {
    const end = Math.min(cut.end, region.end);
    inside.push({ start: end - source.slice(region.start, end).trimStart().length, end, opensParagraph: false });
  }
  for (let i = first; i < lines.length; i++) {
    const line = lines[i] as TextLine;
    if (line.start >= region.end) break;
    inside.push(line.end <= region.end ? line : { ...line, end: region.end });
  }
  return inside;
}

function toNode(source: string, block: BlockMark, end: number, form: Form): NodeDraft {
  const { heading, labels, start } = block;
  const children: NodeDraft[] = [heading ? headingNode(heading) : emptyHeading(start)];
  labels.forEach((label, i) => {
    const until = labels[i + 1]?.start ?? end;
    const text = source.slice(label.end, until);
    const textStart = label.end + text.length - text.trimStart().length;
    const textEnd = label.end + text.trimEnd().length;
    const isEmpty = text.trim() === '';
    children.push({
      kind: 'field',
      role: label.kind,
      start: label.start,
      end: isEmpty ? label.end : textEnd,
      children: [
        { kind: 'label', role: label.kind, start: label.start, end: label.end, misspelled: label.misspelled },
        ...(isEmpty ? [] : [{ kind: 'prose' as const, start: textStart, end: textEnd }]),
      ],
    });
  });
  return { kind: 'block', start, end: trimEnd(source, start, end), children: withMissingFields(children, form) };
}

/** Adds an empty node for each missing field, behind the part that it should follow. */
function withMissingFields(children: NodeDraft[], form: Form): NodeDraft[] {
  const result = [...children];
  form.fields.forEach(({ kind }, i) => {
    if (result.some((child) => child.role === kind)) return;
    const before = new Set<string | undefined>(form.fields.slice(0, i).map((field) => field.kind));
    const at = result.findLastIndex((child) => child.kind === 'heading' || before.has(child.role));
    const place = result[at]?.end ?? 0;
    result.splice(at + 1, 0, { kind: 'field', role: kind, start: place, end: place });
  });
  return result;
}

function headingNode({ start, end, item, colon, outcome }: HeadingMark): NodeDraft {
  return {
    kind: 'heading',
    start,
    end,
    children: [
      { kind: 'item', ...item },
      { kind: 'colon', ...colon },
      { kind: 'outcome', ...outcome },
    ],
  };
}

function emptyHeading(at: number): NodeDraft {
  const place = { start: at, end: at };
  return headingNode({ ...place, item: place, colon: place, outcome: place });
}

function trimEnd(source: string, start: number, end: number): number {
  return start + source.slice(start, end).trimEnd().length;
}
