import { matchesIn } from '../text/matches';
import type { Span } from '../text/span';

/** A paired part of the body with its side. Offsets are those of the text searched; the span is that of the side's word. */
export interface SidedPart extends Span {
  readonly side: 'left' | 'right' | 'bilateral';
  /** `knee`, `upper extremity`; singular. */
  readonly part: string;
}

const pairedPart =
  /\b(upper extremit|lower extremit|shoulder|elbow|forearm|wrist|hand|thumb|finger|knee|ankle|foot|feet|heel|great toe|toe|hip|leg|arm|thigh|calf|eye|ear|groin)(?:y|ies|s)?\b/gi;
const limb = /\b(R|L|B)(U|L)E\b/g;
/** From a part back to its side: adjectives and other parts may stand between. */
const sideBefore =
  /\b(?:(left|right)(?:[ -]sided)?(?: ?(?:and|or|&|\/|,|versus|vs\.?) ?(?:the )?(left|right))?|(bilateral|both)(?: the)?) (?:(?:(?:anterior|posterior|lateral|medial|distal|proximal|dorsal|volar|mid|lower|upper|inner|outer|great|small|little|ring|index|middle|long|fifth|non-?dominant|dominant|rotator|cuff|shoulder|elbow|forearm|wrist|hand|thumb|finger|knee|ankle|foot|heel|toe|hip|leg|arm|thigh)s?|and|or)(?: |, |\/| \/ )){0,5}$/i;
const sideBehind =
  /^(?:,? ?\(?|,? (?:on |of )the |,? )(left|right|bilateral(?:ly)?)\b(?! (?:upper|lower|shoulder|elbow|forearm|wrist|hand|knee|ankle|foot|hip|leg|arm|lateral|medial|great))/i;

/** Every paired part whose side the text tells, in text order. */
export function findSidedParts(text: string): SidedPart[] {
  const found: SidedPart[] = [];
  for (const match of matchesIn(text, pairedPart)) {
    const part = partName(match[1] ?? '');
    const sided = before(text, match.index, part) ?? behind(text, match.index + match[0].length, part);
    if (sided) found.push(sided);
  }
  for (const match of matchesIn(text, limb)) {
    const side = match[1] === 'R' ? 'right' : match[1] === 'L' ? 'left' : 'bilateral';
    const part = match[2] === 'U' ? 'upper extremity' : 'lower extremity';
    found.push({ side, part, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

function before(text: string, at: number, part: string): SidedPart | undefined {
  const from = Math.max(0, at - 80);
  const match = sideBefore.exec(text.slice(from, at));
  if (!match) return undefined;
  const word = match[1] ?? match[3] ?? '';
  const side = match[2] === undefined ? toSide(word) : 'bilateral';
  return { side, part, start: from + match.index, end: from + match.index + word.length };
}

function behind(text: string, end: number, part: string): SidedPart | undefined {
  const match = sideBehind.exec(text.slice(end, end + 30));
  if (!match?.[1]) return undefined;
  const start = end + match[0].length - match[1].length;
  return { side: toSide(match[1]), part, start, end: start + match[1].length };
}

function partName(stem: string): string {
  const lower = stem.toLowerCase();
  if (lower.endsWith('extremit')) return `${lower}y`;
  return synonyms[lower] ?? lower;
}

const synonyms: Readonly<Record<string, string>> = { feet: 'foot', arm: 'upper extremity', leg: 'lower extremity' };

function toSide(word: string): SidedPart['side'] {
  const lower = word.toLowerCase();
  return lower === 'left' || lower === 'right' ? lower : 'bilateral';
}
