import { type SnippetPart, toPlainText } from '../text/snippet';

/** How a letter sets its text, so that what is inserted looks as the rest does. */
export interface Layout {
  readonly lineEnding: string;
  /** Between two lines of one paragraph; an empty line among them in text pulled out of a PDF. */
  readonly lineGap: string;
  /** Between two fields, and between a heading and its first field. */
  readonly paragraphGap: string;
  /** Length of the longest lines, in UTF-16 units; null where paragraphs stand on one line. */
  readonly width: number | null;
}

/**
 * Breaks text to insert into the letter's lines, from `column` on; places to fill in and words longer than a line stay whole.
 * A line feed in the text becomes a line of its own.
 */
export function wrapParts(parts: readonly SnippetPart[], layout: Layout, column = 0): SnippetPart[] {
  let at = column;
  /** Sets a text of which `following` is what stands behind it on the same line. */
  const wrap = (text: string, following: string): string =>
    text
      .split(/( |\n)/)
      .map((token, i, tokens) => {
        if (token === '\n') {
          at = 0;
          return layout.lineGap;
        }
        if (token === ' ') {
          const next = tokens[i + 1] || following;
          if (layout.width !== null && at + 1 + next.length > layout.width) {
            at = 0;
            return layout.lineGap;
          }
        }
        at += token.length;
        return token;
      })
      .join('');
  return parts.map((part, i) => {
    if (typeof part === 'string') return wrap(part, toPlainText(parts.slice(i + 1, i + 2)));
    at += toPlainText([part]).length;
    return part;
  });
}

/** Paragraphs one behind another as the letter sets them, the first one from `column` on. */
export function setParagraphs(
  paragraphs: readonly (readonly SnippetPart[])[],
  layout: Layout,
  column = 0,
): SnippetPart[] {
  return paragraphs.flatMap((parts, i) =>
    i === 0 ? wrapParts(parts, layout, column) : [layout.paragraphGap, ...wrapParts(parts, layout)],
  );
}
