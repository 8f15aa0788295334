import { matchesIn } from './matches';
import { splitSentences } from './sentences';
import type { Span } from './span';

/** A place to fill in, `[date]`, or a choice to settle, `[documented | not documented]`, that is still open. */
export interface OpenText extends Span {
  readonly kind: 'place' | 'choice';
}

/** A bracket that contains ` | `. */
const choice = /\[[^[\]|]{1,300}\s\|\s[^[\]]{1,400}\]/;

/**
 * `[date]`, `[UR denial date]`, `{{age}}`, `<insert name>`, `____`: a template's place; not `[CI]`, `[12]`, `[sic]` or the `[t]he` of
 * a quotation.
 */
const place =
  /\[(?!sic\])(?![A-Z\d-]{1,6}\])(?:[A-Za-z][a-z]{2}|[A-Z]{2,5},? [a-z])[^[\]]{0,80}\]|\{\{?[A-Za-z][\w -]{1,40}\}\}?|<(?:[Ii]nsert|[Ee]nter|[Nn]ame|[Dd]ate|[Ii]tem)\b[^<>]{0,40}>|_{4,}/;

const openText = new RegExp(`${choice.source}|${place.source}`, 'g');

/** Everything in a text that is still open, in order. Offsets are UTF-16 units of `text`. This alone says what is open. */
export function findOpenTexts(text: string): readonly OpenText[] {
  return matchesIn(text, openText).map(({ index: start, 0: words }) => ({
    start,
    end: start + words.length,
    kind: words.startsWith('[') && /\s\|\s/.test(words) ? 'choice' : 'place',
  }));
}

/** The sentences of a text that hold something open. */
export function findOpenSentences(text: string): readonly Span[] {
  const open = findOpenTexts(text);
  if (open.length === 0) return [];
  return splitSentences(text).filter(({ start, end }) => open.some((each) => start < each.end && each.start < end));
}

/** The text with its open sentences blanked out, of the same length: what somebody has stated. */
export function settledText(text: string): string {
  return blank(text, findOpenSentences(text));
}

/** The text with everything but its open sentences blanked out, of the same length. */
export function unsettledText(text: string): string {
  const open = findOpenSentences(text);
  if (open.length === 0) return '';
  const ends = [...open.map(({ start }) => start), text.length];
  return blank(
    text,
    ends.map((end, i) => ({ start: open[i - 1]?.end ?? 0, end })),
  );
}

function blank(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}
