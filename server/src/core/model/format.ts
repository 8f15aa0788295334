import type { TextEdit } from '../text/edit';
import { normalizedText } from '../text/normalize/normalized-text';
import { readText } from '../text/reading';
import { lineEnding } from '../text/source-text';
import { overlaps, type Span } from '../text/span';
import { readLetter } from './build';
import type { FormSet, Letter } from './letter';
import { type Paragraph, paragraphsOf, readsAlike } from './paragraphs';

/**
 * Reflows a letter into clean paragraphs: one empty line between them, lines of at most `width` units (0: one line a paragraph),
 * no doubled line ends, page breaks or words split at a hyphen. Edits change white space and nothing else; in a formatted
 * letter there are none. A letter whose parts would be read differently afterwards, or set differently once more, is left as it is. `within` keeps to the
 * paragraphs that it touches.
 */
export function formatLetter(letter: Letter, forms: FormSet, width: number, within?: Span): TextEdit[] {
  // In other lines, the marks of quotes, lists and tables would mean something else.
  if (normalizedText(letter.source).marks.length > 0) return [];
  const paragraphs = paragraphsOf(letter);
  const text = formattedText(letter, paragraphs, width);
  const formatted = readLetter(text, forms);
  if (!readsAlike(letter, formatted) || formattedText(formatted, paragraphsOf(formatted), width) !== text) return [];
  const touched =
    within && paragraphs.filter((paragraph) => overlaps(paragraph, within) || paragraph.start === within.start);
  return whiteSpaceEdits(letter.source.text, text).filter(
    ({ span }) => !touched || touched.some((paragraph) => paragraph.start <= span.start && span.end <= paragraph.end),
  );
}

function formattedText({ source }: Letter, paragraphs: readonly Paragraph[], width: number): string {
  const eol = lineEnding(source);
  const set = paragraphs.map((paragraph, i) => {
    const gap = paragraph.isRow ? eol : eol + eol;
    const raw = source.text.slice(paragraph.start, paragraph.end);
    const text = paragraph.verbatim ? trimLines(raw, eol) : wrap(readText(source.text, paragraph).text, width, eol);
    return i === 0 ? text : gap + text;
  });
  return set.join('') + (/[\r\n]$/.test(source.text) ? eol : '');
}

function trimLines(text: string, eol: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join(eol);
}

/** Never breaks behind `non-` or `and/`, where a line end would be read as a wrap inside the word. */
function wrap(text: string, width: number, eol: string): string {
  if (width <= 0) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const fits = line === '' || longer.length <= width || /\S[-/]$/.test(line);
    if (!fits) lines.push(line);
    line = fits ? longer : word;
  }
  return [...lines, line].join(eol);
}

/** Two texts of the same words: the runs of white space in which they differ. */
function whiteSpaceEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [start, newStart] = [i, j];
    while (i < before.length && /\s/.test(before.charAt(i))) i++;
    while (j < after.length && /\s/.test(after.charAt(j))) j++;
    const newText = after.slice(newStart, j);
    if (before.slice(start, i) !== newText) edits.push({ span: { start, end: i }, newText });
    if (i >= before.length || j >= after.length) break;
    i++;
    j++;
  }
  return edits;
}
