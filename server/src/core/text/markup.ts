import { marked, matchesIn } from './matches';
import type { Span } from './span';

/**
 * Marks that no letter prints: tags and entities of HTML, emphasis, strikes, links and fences of Markdown, tracked changes in braces,
 * merge fields, rows of asterisks, line breaks written as `\n`, dots for a word to come, conflict markers, empty check boxes, and question marks for what nobody has looked up (`??`, `(?)`). A `<` before a number or a word is a
 * comparison. What an open place looks like is in `open-text.ts`.
 */
const markup = marked(
  '<&~*«@?(`|[$#>={%\\.',
  new RegExp(
    [
      /<\/?[a-z][a-z\d]{0,9}(?::[a-z]{1,12})?(?:\s{1,3}[a-z-]{1,20}=[^<>]{1,80})?\s?\/?>/,
      /<!--[^<>]{0,120}-->/,
      /&(?:[a-z]{2,8}|#x?[\da-f]{1,6});/,
      /~~[^~]{1,200}~~/,
      /\*\*(?=[\w"“([])[^*]{1,200}\*\*/,
      /«[\w ]{1,40}»/,
      /@@/,
      /\{(?:\+\+|--|~~|==|>>)[^{}]{1,200}(?:\+\+|--|~~|==|<<)\}/,
      /%%[A-Za-z][\w ]{0,40}%%|##[A-Za-z][\w ]{0,40}##/,
      /\\[nrt](?![\w\\])/,
      /(?<=\s)\.{5,40}(?=\s)/,
      /\?\?+/,
      /\(\?{1,5}\)|\[\?{1,5}\]/,
      /```/,
      /\|\s?:?-{3,}:?\s?\|/,
      /\[[^[\]]{1,80}\]\(https?:[^\s()]{1,200}\)/,
      /\[[ xX]?\](?=\s|$)/,
      /\[[xX]{2,5}\]|\([xX]{2,5}\)/,
      /\*{3,}(?:[^*]{1,80}\*{3,})?/,
      /\$[A-Z][A-Z_]{1,30}\$/,
      /\$\{[^{}]{0,40}\}/,
      /(?<=^|\s)#{2,6}(?=[\s.]|$)/,
      /(?<=^|[.:!?]\s)#\s(?=[A-Z][a-z])/,
      /<{5,}|>{5,}|={5,}/,
    ]
      .map(({ source }) => source)
      .join('|'),
    'g',
  ),
);

/** Markup that was left in a text, in order. Offsets are UTF-16 units of `text`. */
export function findMarkup(text: string): readonly Span[] {
  return matchesIn(text, markup).map(({ index: start, 0: words }) => ({ start, end: start + words.trimEnd().length }));
}
