import { editDistance } from '../text/edit-distance';
import type { Span } from '../text/span';
import { trimMarks } from '../text/trim';
import type { Form, SectionKind } from './form';
import { patternsOf } from './form-patterns';
import type { TextLine } from './lines';

export interface SectionMark {
  readonly kind: SectionKind;
  /** The heading, or an empty span where the section begins without one. */
  readonly heading: Span;
  readonly misspelled: boolean;
  /** Index of the first line of the section, and of the first line behind its heading. */
  readonly firstLine: number;
  readonly bodyLine: number;
}

/** Headings in text order; a section known by its lead sentence alone gets an empty heading there. */
export function findSections(source: string, lines: readonly TextLine[], form: Form): SectionMark[] {
  const marks: SectionMark[] = [];
  const { headingStart } = patternsOf(form);
  for (let i = 0; i < lines.length; i++) {
    const mark = mayBeHeading(source, lines[i] as TextLine, headingStart)
      ? headingAt(source, lines, i, form)
      : undefined;
    if (!mark) continue;
    marks.push(mark);
    i = mark.bodyLine - 1;
  }
  for (const section of form.sections) {
    if (!section.lead || marks.some((mark) => mark.kind === section.kind)) continue;
    const line = findLead(source, lines, section.lead);
    const start = lines[line]?.start;
    if (start === undefined) continue;
    marks.push({
      kind: section.kind,
      heading: { start, end: start },
      misspelled: false,
      firstLine: line,
      bodyLine: line,
    });
  }
  return marks.sort((a, b) => a.firstLine - b.firstLine);
}

/** A cheap first look: short, and loud or begun like a heading. */
function mayBeHeading(source: string, line: TextLine, headingStart: RegExp): boolean {
  headingStart.lastIndex = line.start;
  return line.end - line.start <= 120 && headingStart.test(source);
}

function headingAt(source: string, lines: readonly TextLine[], i: number, form: Form): SectionMark | undefined {
  const line = lines[i] as TextLine;
  const text = normalizeHeading(source.slice(line.start, line.end));
  if (text.length < 6) return undefined;
  const next = lines[i + 1];
  for (const { kind, headings } of form.sections) {
    for (const heading of headings) {
      if (text === heading) return mark(kind, line, line.end, 1);
      if (next && heading.startsWith(text) && heading === `${text} ${normalizeHeading(headOf(source, next))}`)
        return mark(kind, line, next.end, 2);
    }
  }
  const loud = isLoud(source.slice(line.start, line.end));
  for (const { kind, headings } of form.sections) {
    if (loud && headings.some((h) => isMisspelling(text, h)))
      return { ...mark(kind, line, line.end, 1), misspelled: true };
  }
  return undefined;

  function mark(kind: SectionKind, first: Span, end: number, lineCount: number): SectionMark {
    // Headings are printed in capitals. Somebody who searches for one in capitals does not find it in small letters.
    const misspelled = form.basis === 'observed' && /[a-z]/.test(source.slice(first.start, end));
    return { kind, heading: { start: first.start, end }, misspelled, firstLine: i, bodyLine: i + lineCount };
  }
}

function headOf(source: string, line: TextLine): string {
  return source.slice(line.start, Math.min(line.end, line.start + 80));
}

function normalizeHeading(text: string): string {
  return trimMarks(text.toUpperCase().replace(/\s+/g, ' '), ':');
}

/** More capitals than small letters. */
function isLoud(text: string): boolean {
  let capitals = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) capitals++;
    else if (code >= 97 && code <= 122) capitals--;
  }
  return capitals > 0;
}

/** Two letters off, or a word dropped or added: `CLINICAL SUMMARY`, `IMR ISSUES, DECISION AND RATIONALE`. */
function isMisspelling(text: string, heading: string): boolean {
  if (editDistance(text, heading, 2) <= 2) return true;
  const words = (s: string): string[] => s.split(/[^A-Z]+/).filter(Boolean);
  const [a, b] = [words(text), words(heading)];
  if (Math.abs(a.length - b.length) > 1 || a.length < 2 || b.length < 3) return false;
  const shared = a.filter((word) => b.some((other) => editDistance(word, other, 1) <= 1)).length;
  return shared >= Math.max(a.length, b.length) - 1;
}

/** The opening words of a lead are enough: the rest may be cut or reworded. */
function findLead(source: string, lines: readonly TextLine[], lead: string): number {
  const opening = lead.split(' ').slice(0, 6).join(' ').toLowerCase();
  return lines.findIndex((line) => {
    if (!line.opensParagraph) return false;
    const start = source
      .slice(line.start, line.start + opening.length + 40)
      .replace(/\s+/g, ' ')
      .toLowerCase();
    return start.startsWith(opening);
  });
}
