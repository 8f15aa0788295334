import { marked, matchesIn } from './matches';
import { hasOverlapping, type Span } from './span';

/** A place to fill in, `[date]`, or a choice to settle, `[documented | not documented]`, that is still open. */
export interface OpenText extends Span {
  readonly kind: 'place' | 'choice';
}

/** A bracket that contains ` | `. */
const choice = /\[[^[\]|]{1,300}\s\|\s[^[\]]{1,400}\]/;

/**
 * `[date]`, `[UR denial date]`, `{{age}}`, `<insert name>`, `<<name>>`, `____`: a template's place; not `[CI]`, `[12]`, `[sic]` or the `[t]he` of
 * a quotation.
 */
const place =
  /\[(?!sic\])(?![A-Z\d-]{1,6}\])(?:[A-Za-z][a-z]{2}|[A-Z]{2,5},? [a-z])[^[\]]{0,80}\]|\{\{?[A-Za-z][\w -]{0,40}\}\}?|<<[^<>]{1,60}>>|<(?:[Ii]nsert|[Ee]nter|[Nn]ame|[Dd]ate|[Ii]tem)\b[^<>]{0,40}>|(?<!\w)_{3,}(?!\w)|_{4,}/;

const openText = marked('[{<_', new RegExp(`${choice.source}|${place.source}`, 'g'));

/** Everything in a text that is still open, in order. Offsets are UTF-16 units of `text`. This alone says what is open. */
export function findOpenTexts(text: string): readonly OpenText[] {
  return matchesIn(text, openText).map(({ index: start, 0: words }) => ({
    start,
    end: start + words.length,
    kind: words.startsWith('[') && /\s\|\s/.test(words) ? 'choice' : 'place',
  }));
}

/** The sentences, of all of a text's, that hold something open. */
export function findOpenSentences(text: string, sentences: readonly Span[]): readonly Span[] {
  const open = findOpenTexts(text);
  if (open.length === 0) return [];
  return sentences.filter((sentence) => hasOverlapping(open, sentence));
}
