// What holds of every text, letter or not.
import { builtinForms } from '../../server/src/builtin/forms';
import {
  type Letter,
  leaves,
  type Reading,
  readLetter,
  type SourceText,
  type Span,
  type SyntaxNode,
  toReadingOffset,
  toSourceOffset,
} from '../../server/src/core/index';
import type { LineMark } from '../../server/src/core/text/normalize/line-mark';
import { normalizedText } from '../../server/src/core/text/normalize/normalized-text';
import { firstFrom } from '../../server/src/core/text/span';

/**
 * Reads a text; throws where the tree is not lossless, a span does not lie where it must, or a reading does not map back.
 * Of readings every `step`th character is looked at.
 */
export function readSoundly(text: string, step = 1): Letter {
  const letter = readLetter(text, builtinForms);
  demand([...leaves(letter.tree)].map((leaf) => text.slice(leaf.start, leaf.end)).join('') === text, 'a lossless tree');
  checkNode(letter.tree);
  const { spans, readings } = partsOf(letter);
  for (const span of spans) demand(isInside(span, text.length), `${JSON.stringify(span)} inside the text`);
  for (const reading of readings) checkReading(reading, letter.source, step);
  return letter;
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`expected ${what}`);
}

function isInside({ start, end }: Span, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;
}

/** Children stand in order, side by side, and fill their parent. */
function checkNode(node: SyntaxNode): void {
  const { children } = node;
  if (children.length === 0) return;
  let at = node.start;
  for (const child of children) {
    demand(child.start === at && child.end >= child.start, `${child.kind} to begin at ${at}, not at ${child.start}`);
    at = child.end;
    checkNode(child);
  }
  demand(at === node.end, `the children of ${node.kind} to end at ${node.end}, not at ${at}`);
}

/** Parts of a model whose offsets are not those of the source. */
const elsewhere = new Set(['source', 'tree', 'form', 'measures', 'map', 'layout']);

function partsOf(letter: Letter): { spans: Span[]; readings: Reading[] } {
  const spans: Span[] = [];
  const readings: Reading[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('start' in value && 'end' in value) spans.push(value as Span);
    if (Object.hasOwn(value, 'map')) readings.push(value as Reading);
    for (const [key, inner] of Object.entries(value)) if (!elsewhere.has(key)) visit(inner);
  };
  visit(letter);
  return { spans, readings };
}

/** A mark is read as something else there, as `=3D` is. */
function isReplaced(marks: readonly LineMark[], at: number): boolean {
  const mark = marks[firstFrom(marks, at + 1) - 1];
  return mark !== undefined && mark.end > at && mark.text !== '';
}

/** Every character of a reading stands in the source where the map says, in the same order; only white space and what is normalized is changed. */
function checkReading(reading: Reading, source: SourceText, step: number): void {
  const { map, marks } = normalizedText(source);
  const { text, span } = reading;
  let last = span.start - 1;
  for (let i = 0; i < text.length; i += step) {
    const at = toSourceOffset(reading, i);
    const printed = source.text[at] ?? '';
    const isSame = printed === text[i] || (text[i] === ' ' && /\s/.test(printed));
    const isNormalized =
      map !== undefined && (/[^\n-~]/.test(printed + (source.text[at - 1] ?? '')) || isReplaced(marks, at));
    demand(isSame || isNormalized, `${JSON.stringify(text[i])} at ${at} of the source, not ${JSON.stringify(printed)}`);
    demand(
      (at > last || (isNormalized && at === last)) && at <= span.end && (at < span.end || isNormalized),
      `offset ${i} of a reading to lie behind ${last} and before ${span.end}, not at ${at}`,
    );
    demand(isNormalized || toReadingOffset(reading, at) === i, `source offset ${at} to map back to ${i}`);
    last = at;
  }
  demand(toSourceOffset(reading, text.length) === span.end, 'the end of a reading to be the end of its source');
}
