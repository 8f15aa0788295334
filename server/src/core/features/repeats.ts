import { type Ask, fact } from '../analysis/fact';
import { namesIn } from '../analysis/names';
import type { NameKind } from '../library/types';
import type { DecisionBlock } from '../model/letter';
import { type Reading, toSourceSpan } from '../text/reading';
import type { Span } from '../text/span';

/** A place that says the item of a block again, whole or from its first word on: `Norco 10/325mg` of `Norco 10/325mg #60`. */
export interface Repeat {
  /** In the source. */
  readonly span: Span;
  /** How many words of the item it holds, from the first. */
  readonly words: number;
  readonly isWhole: boolean;
}

/** White space apart and in any case; a shorter one than the item's name is none. */
export const repeatsIn = fact((ask, block: DecisionBlock, reading: Reading): readonly Repeat[] => {
  const item = wordsOf(block.heading.item.disputed.text);
  const shortest = wordsOfName(ask, block) ?? item.length;
  const words = [...reading.text.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, index }));
  const found: Repeat[] = [];
  for (let i = 0; item.length > 0 && i < words.length; i++) {
    let count = 0;
    while (count < item.length && isSame(words[i + count]?.text, item[count])) count++;
    while (count > 0 && count < item.length && joints.has(item[count - 1] ?? '')) count--;
    const first = words[i];
    const last = words[i + count - 1];
    if (!first || !last || count < shortest) continue;
    const start = first.index + placeIn(first.text, item[0]).start;
    const end = last.index + placeIn(last.text, item[count - 1]).end;
    found.push({ span: toSourceSpan(reading, { start, end }), words: count, isWhole: count === item.length });
    i += count - 1;
  }
  return found;
});

function wordsOf(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

/** How many words of the item its leading name takes; undefined where it begins with no name that is known. */
function wordsOfName(ask: Ask, block: DecisionBlock): number | undefined {
  const { disputed } = block.heading.item;
  const name = ask(namesIn, disputed).find(({ start, sure, kind }) => start === 0 && sure && isItemName(kind));
  return name && wordsOf(disputed.text.slice(0, name.end)).length;
}

function isItemName(kind: NameKind): boolean {
  return kind === 'drug' || kind === 'brand' || kind === 'generic' || kind === 'treatment';
}

/** A restatement that is cut short does not end with one of these. */
const joints = new Set(['of', 'the', 'for', 'to', 'and', 'or', 'a', 'an', 'with', 'in', 'on', 'at', 'by', 'times']);

const punctuation = /^["“(['‘[]{0,3}|["”)\]'’.,;:!?]{0,4}$/g;

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && core(a) === core(b);
}

/** The word as it is compared: without what a sentence puts around it. */
function core(word: string): string {
  return word.replace(punctuation, '').toLowerCase();
}

/** Where the item's word stands in a word of the text, which may have quotes, brackets or a stop around it. */
function placeIn(word: string, itemWord = ''): Span {
  const start = word.toLowerCase().indexOf(itemWord.toLowerCase());
  if (start >= 0) return { start, end: start + itemWord.length };
  const inner = word.toLowerCase().indexOf(core(word));
  return { start: inner, end: inner + core(word).length };
}
