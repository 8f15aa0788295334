import { editDistance } from '../text/edit-distance';
import { matchesIn } from '../text/matches';
import type { Span } from '../text/span';
import type { FieldKind, Form } from './form';
import type { TextLine } from './lines';

/** A field's label with its colon. */
export interface LabelMark extends Span {
  readonly kind: FieldKind;
  readonly misspelt: boolean;
}

/** The labels in `source[within]`, in order. `lines` are those of the whole text. */
export function findLabels(source: string, within: Span, lines: readonly TextLine[], form: Form): LabelMark[] {
  const found = [...exactLabels(source, within, lines, form)];
  for (const line of lines) {
    if (
      line.start < within.start ||
      line.end > within.end ||
      found.some((l) => l.start <= line.start && line.start < l.end)
    )
      continue;
    const label = misspeltLabel(source, line, form);
    if (label) found.push(label);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Spelt right: at a line's start in any case, elsewhere only letter by letter, so that prose is not taken for a label. */
function* exactLabels(source: string, within: Span, lines: readonly TextLine[], form: Form): Generator<LabelMark> {
  const lineStarts = new Set(lines.map((line) => line.start));
  const text = source.slice(within.start, within.end);
  for (const { kind, labels } of form.fields) {
    for (const label of labels) {
      for (const match of matchesIn(text, labelPattern(label))) {
        const start = within.start + match.index;
        const printed = match[0].replace(/\s+/g, ' ');
        const isFree = start === 0 || /[\s\f]/.test(source.charAt(start - 1));
        if (!lineStarts.has(start) && !(isFree && printed === `${label}:`)) continue;
        yield { kind, start, end: start + match[0].length, misspelt: false };
      }
    }
  }
}

/** The words of the label over any white space, since narrow columns wrap it. */
function labelPattern(label: string): RegExp {
  const words = label.split(' ').map((word) => word.replace(/[^\w]/g, '\\$&'));
  return new RegExp(`${words.join('\\s{1,8}')} ?:`, 'gi');
}

function misspeltLabel(source: string, line: TextLine, form: Form): LabelMark | undefined {
  const start = source.slice(line.start, Math.min(line.end, line.start + 48));
  const colon = start.indexOf(':');
  for (const { kind, labels } of form.fields) {
    for (const label of labels) {
      if (colon > 0 && editDistance(start.slice(0, colon).toLowerCase().trimEnd(), label.toLowerCase(), 2) <= 2) {
        return { kind, start: line.start, end: line.start + colon + 1, misspelt: true };
      }
      if (lacksColon(start, label) && (line.opensParagraph || opensGuideline(start.slice(label.length)))) {
        return {
          kind,
          start: line.start,
          end: line.start + label.length + (/[;.,]/.test(start.charAt(label.length)) ? 1 : 0),
          misspelt: true,
        };
      }
    }
  }
  return undefined;
}

function lacksColon(start: string, label: string): boolean {
  return start.startsWith(label) && /^[;.,]?(?:\s|$)/.test(start.slice(label.length));
}

/** A label without its colon inside a paragraph is one where a guideline sentence follows. */
function opensGuideline(text: string): boolean {
  return /^[;.,]?\s+(?:Decision based on|The (?:Claims|Expert)\b)/.test(text);
}
