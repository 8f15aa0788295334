import { conclusionOf } from '../analysis/conclusions';
import type { Ask } from '../analysis/fact';
import { sentencesIn } from '../analysis/sentences';
import { wrapParts } from '../model/layout';
import type { DecisionBlock } from '../model/letter';
import { toReadingOffset, toSourceOffset } from '../text/reading';
import { type SnippetPart, toPlainText } from '../text/snippet';
import { lineAt, lineSpan } from '../text/source-text';
import { appendSentence, insertParagraphAfter, replaceParts } from './edits';
import { labelOf } from './field-template';
import type { FixEdit } from './fix';

/** Where sentences go in a rationale: at the start, before the conclusion, or at the end. */
export type RationalePlace = 'start' | 'before-conclusion' | 'end';

/**
 * Adds sentences to a block's rationale, laid out like the letter: after the label if the rationale is empty, and with the label if
 * that is missing. `before-conclusion` means the end if there is no conclusion or the rationale begins with it.
 */
export function addToRationale(
  ask: Ask,
  block: DecisionBlock,
  parts: readonly SnippetPart[],
  place: RationalePlace = 'before-conclusion',
): FixEdit {
  const { letter } = ask;
  const { rationale } = block.fields;
  const label = labelOf(letter.form, 'rationale');
  if (rationale.state === 'missing') return insertParagraphAfter(letter, rationale.span.start, [`${label} `, ...parts]);
  if (rationale.state === 'empty') {
    const end = Math.max(rationale.label.end, rationale.body.span.end);
    const text = wrapParts([' ', ...parts], letter.layout, label.length);
    return replaceParts({ start: rationale.label.end, end }, text);
  }
  if (place === 'start') return insertBefore(ask, rationale.body.span.start, parts);
  const at = place === 'end' ? undefined : startOfConclusion(ask, block);
  return at === undefined ? appendSentence(letter, rationale, parts) : insertBefore(ask, at, parts);
}

/** Source offset at which the concluding sentence begins. Undefined if it is the first sentence or there is none. */
function startOfConclusion(ask: Ask, block: DecisionBlock): number | undefined {
  const conclusion = ask(conclusionOf, block);
  if (!conclusion) return undefined;
  const { body } = block.fields.rationale;
  const at = toReadingOffset(body, conclusion.phrase.start);
  const sentence = ask(sentencesIn, body).find(({ start, end }) => start <= at && at < end);
  return sentence && sentence.start > 0 ? toSourceOffset(body, sentence.start) : undefined;
}

/** Inserts before a sentence. If its line would get too long, the sentence continues on a new line. */
function insertBefore({ letter }: Ask, at: number, parts: readonly SnippetPart[]): FixEdit {
  const { source, layout } = letter;
  const line = lineSpan(source, lineAt(source, at));
  const before = source.text.slice(line.start, at);
  const start = before.trim() === '' ? at : line.start + before.trimEnd().length;
  const text = wrapParts(start < at ? [' ', ...parts] : parts, layout, start - line.start);
  const lastLine =
    toPlainText(text)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const column = lastLine.length + (toPlainText(text) === lastLine ? start - line.start : 0);
  const isTooLong = layout.width !== null && column + 1 + (line.end - at) > layout.width;
  return replaceParts({ start, end: at }, [...text, isTooLong ? layout.lineGap : ' ']);
}
