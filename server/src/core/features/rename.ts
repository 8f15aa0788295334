import type { Ask } from '../analysis/fact';
import { blockAt } from '../model/block-places';
import { wrapParts } from '../model/layout';
import type { DecisionBlock } from '../model/letter';
import type { TextEdit } from '../text/edit';
import { toPlainText } from '../text/snippet';
import { lineAt } from '../text/source-text';
import { type Span, touches } from '../text/span';
import { type Repeat, repeatsIn } from './repeats';

/** What can be renamed at a place: the item of the block, by its heading or where its block says it again. */
export interface RenameTarget {
  readonly span: Span;
  /** The item as it is now. */
  readonly text: string;
  readonly block: DecisionBlock;
}

export function renameTargetAt(ask: Ask, offset: number): RenameTarget | undefined {
  const block = blockAt(ask.letter, offset);
  const { text = '' } = block?.heading.item.disputed ?? {};
  if (!block || text === '') return undefined;
  const whole = placesOf(ask, block).find(({ span, isWhole }) => isWhole && touches(span, offset));
  return whole && { span: whole.span, text, block };
}

/** Why a new name will not do; undefined where it will. */
export function whyNoItem(name: string): string | undefined {
  if (name.trim() === '') return 'An item needs a name.';
  if (/[\r\n]/.test(name)) return 'An item is one line.';
  if (/:\s*(?:Upheld|Overturned)\s*$/i.test(name)) return 'Leave out the outcome: it stays as it is.';
  return undefined;
}

/**
 * The edits that rename an item in its heading, its rationale and its conclusion. A shorter restatement (`Norco 10/325mg` for
 * `Norco 10/325mg #60`) is renamed word by word where the new item has as many words, and left alone otherwise. The record of
 * the case is not touched.
 */
export function renameItem(ask: Ask, target: RenameTarget, newName: string): readonly TextEdit[] {
  const { source, layout } = ask.letter;
  const name = newName.trim().replace(/\s+/g, ' ');
  const words = name.split(' ');
  const sameLength = words.length === target.text.split(' ').length;
  return placesOf(ask, target.block)
    .filter(({ isWhole }) => isWhole || sameLength)
    .map((place) => {
      const old = source.text.slice(place.span.start, place.span.end);
      const text = asWritten(place, words, old, target.text);
      const column = place.span.start - (source.lineStarts[lineAt(source, place.span.start)] ?? 0);
      return { span: place.span, newText: toPlainText(wrapParts([text], layout, column)) };
    })
    .filter(({ span, newText }) => source.text.slice(span.start, span.end) !== newText);
}

function placesOf(ask: Ask, block: DecisionBlock): readonly Repeat[] {
  const readings = [block.heading.item.reading, block.fields.rationale.body];
  return readings.flatMap((reading) => ask(repeatsIn, block, reading));
}

/** As many words as the place holds, in small letters or capitals where the place and not the heading has them so. */
function asWritten({ words: count, isWhole }: Repeat, words: readonly string[], old: string, item: string): string {
  const [oldWords, itemWords] = [old.split(/\s+/), item.split(' ')];
  const sameLength = words.length === itemWords.length;
  const kept = isWhole ? words : words.slice(0, count);
  const text = kept
    .map((word, i) => (i === 0 || sameLength ? inCaseOf(word, oldWords[i], itemWords[i]) : word))
    .join(' ');
  return isWhole ? text : text.replace(/[,;:]$/, '');
}

/** `word` for `old`, which the heading spells as `printed`. What the heading has in capitals, others write small. */
function inCaseOf(word: string, old = '', printed = ''): string {
  if (old === printed || old === '') return word;
  const wasLoud = isLoud(printed);
  if (old === printed.toLowerCase()) return wasLoud ? word.toLowerCase() : withoutCapital(word);
  return wasLoud && isLoud(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
}

/** `Physical` becomes `physical`; `MRI` and `X-ray` stay. */
function withoutCapital(word: string): string {
  return /^[A-Z][a-z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

function isLoud(word: string): boolean {
  return /[A-Z]{2}/.test(word) && !/[a-z]/.test(word);
}
