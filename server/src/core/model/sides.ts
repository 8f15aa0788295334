import { matchesIn } from '../text/matches';
import type { Side } from './measures';

/** Not the adverb or verb (`right now`, `left work`), and not the hand one writes with. */
const words =
  /\b(?:(left|right)(?! (?:now|away|to|of|before|after|work|the|his|her|their|this|that|school|untreated)\b|[- ]hand(?:ed)?[- ](?:dominant|dominance)|[- ]handed)|(bilateral(?:ly)?|both))\b/gi;
const limbs = /\b(?:(R)|(L)|B)(?:UE|LE)\b/g;

export function findSides(text: string): Side[] {
  const found: Side[] = [];
  const add = (m: RegExpExecArray, side: Side['side']): void => {
    found.push({ kind: 'side', side, start: m.index, end: m.index + m[0].length });
  };
  for (const m of matchesIn(text, words))
    add(m, m[1] === undefined ? 'bilateral' : (m[1].toLowerCase() as 'left' | 'right'));
  for (const m of matchesIn(text, limbs))
    add(m, m[1] !== undefined ? 'right' : m[2] !== undefined ? 'left' : 'bilateral');
  return found;
}
