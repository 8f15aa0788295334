import { editDistance } from '../text/edit-distance';
import { matchesIn } from '../text/matches';
import { compareSpans, firstFrom, hasOverlapping, lastBegun, type Span } from '../text/span';
import type { FieldKind, Form } from './form';
import { patternsOf } from './form-patterns';
import type { TextLine } from './lines';

/** A field's label with its colon. */
export interface LabelMark extends Span {
  readonly kind: FieldKind;
  readonly misspelled: boolean;
}

/** The labels in `source[within]`, in order. `lines` are those of the whole text. */
export function findLabels(source: string, within: Span, lines: readonly TextLine[], form: Form): LabelMark[] {
  const exact = [...exactLabels(source, within, lines, form)].sort(compareSpans);
  const misspelled: LabelMark[] = [];
  for (let i = firstFrom(lines, within.start); i < lines.length; i++) {
    const line = lines[i] as TextLine;
    if (line.end > within.end) break;
    const before = lastBegun(exact, line.start);
    if (before && line.start < before.end) continue;
    const label = misspelledLabel(source, line, form);
    if (label && !hasOverlapping(exact, label)) misspelled.push(label);
  }
  return [...exact, ...misspelled].sort((a, b) => a.start - b.start);
}

/**
 * Finds labels that are spelled correctly: at the start of a line in any case, elsewhere only with the same capitals, because prose may
 * contain the words. A label may follow a word without a space.
 */
function* exactLabels(source: string, within: Span, lines: readonly TextLine[], form: Form): Generator<LabelMark> {
  const text = source.slice(within.start, within.end);
  for (const { kind, label, pattern } of patternsOf(form).labels) {
    for (const match of matchesIn(text, pattern)) {
      const start = within.start + match.index;
      const printed = match[0].replace(/\s+/g, ' ');
      const misspelled = printed !== `${label}:`;
      const isInLine = lines[firstFrom(lines, start)]?.start !== start;
      if (isInLine && (misspelled || inSentence.test(source.slice(Math.max(0, start - 8), start)))) continue;
      yield { kind, start, end: start + match[0].length, misspelled };
    }
  }
}

function misspelledLabel(source: string, line: TextLine, form: Form): LabelMark | undefined {
  const start = source.slice(line.start, Math.min(line.end, line.start + 80));
  const colon = start.indexOf(':');
  if (colon <= 0 && !patternsOf(form).labels.some(({ label }) => start.toLowerCase().startsWith(label.toLowerCase())))
    return undefined;
  const beforeColon = colon > 0 ? start.slice(0, colon).toLowerCase().trimEnd() : '';
  const labels = patternsOf(form).labels;
  for (const { kind, label } of labels) {
    if (colon > 0 && editDistance(beforeColon, label.toLowerCase(), 2) <= 2) {
      return { kind, start: line.start, end: line.start + colon + 1, misspelled: true };
    }
    const isPrinted = line.opensParagraph
      ? start.toLowerCase().startsWith(label.toLowerCase())
      : start.startsWith(label);
    const mark = isPrinted ? otherMark.exec(start.slice(label.length))?.[0] : undefined;
    if (mark === undefined) continue;
    // Without any mark inside a paragraph, a guideline sentence must follow.
    if (
      mark !== '' ||
      line.opensParagraph ||
      patternsOf(form).wording.opener.test(start.slice(label.length).trimStart())
    ) {
      return { kind, start: line.start, end: line.start + label.length + mark.length, misspelled: true };
    }
  }
  const reworded = colon > 0 && line.opensParagraph ? labels.filter(({ label }) => isReworded(beforeColon, label)) : [];
  const [only, another] = reworded;
  return only && !another
    ? { kind: only.kind, start: line.start, end: line.start + colon + 1, misspelled: true }
    : undefined;
}

/** Its first word left out, or one or two put in, or its two words turned round: `Rationale`, `Rationale for the decision`. */
function isReworded(text: string, label: string): boolean {
  if (isTurnedRound(text, label.toLowerCase())) return true;
  if (!text.endsWith(label.slice(label.lastIndexOf(' ') + 1).toLowerCase())) return false;
  const [words, own] = [text.split(' '), label.toLowerCase().split(' ')];
  const more = words.length - own.length;
  if (words.at(-1) !== own.at(-1) || more < -1 || more > 2) return false;
  const [few, many] = more < 0 ? [words, own] : [own, words];
  return few.every((word) => many.includes(word)) && !inSentence.test(`${words[0]} `);
}

/** `Rationale for the decision`, of a label of two words. */
function isTurnedRound(text: string, label: string): boolean {
  const [first = '', second = '', ...others] = label.split(' ');
  if (others.length > 0 || !text.startsWith(`${second} for `) || !text.endsWith(` ${first}`)) return false;
  return text.split(' ').length <= 4;
}

/** `See the Decision rationale:` speaks of a label and is none. */
const inSentence = /(?<![A-Za-z])(?:the|this|see|in|of)\s{1,3}$/i;

/** What is there instead of the colon: another mark, or nothing. */
const otherMark = /^(?:[;.,]| ?[–—-])?(?=\s|$)/;
