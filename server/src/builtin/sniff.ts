// Tells a letter from any other text by its headings alone: cheap enough for an editor that opens any `.txt` file,
// and small enough for the client, which holds neither parser nor packs.
import entries from './generated/forms.json';

/** How much of a text is looked at, in UTF-16 units; the header of a mail message before it aside. */
const sniffedLength = 8192;
const headingsOfLetter = 2;

/** The section headings of all letter forms that ship, in capitals, each once. */
export const letterHeadings: ReadonlySet<string> = new Set(
  entries.flatMap((form) => (form.sections ?? []).flatMap(({ headings }) => headings)),
);

const mostWords = Math.max(...[...letterHeadings].map((heading) => heading.split(' ').length));

/**
 * True when the text's first 8 KB hold two or more known headings. A heading has its line or lines for itself, in
 * capitals, in title case or closed by a colon: prose that mentions one makes no letter.
 */
export function looksLikeLetter(text: string): boolean {
  const start = endOfMailHeader(text);
  const lines = text
    .slice(start, start + sniffedLength)
    .replace(ignorable, '')
    .split(/[\n\r\f\v\u0085\u2028\u2029]/)
    .map((line) => line.replace(lineMarks, '').replace(emphasis, ''));
  const words = lines.map((line) => line.split(/\s+/).filter(Boolean)).filter((line) => line.length > 0);
  const found = new Set<string>();
  for (let i = 0; i < words.length && found.size < headingsOfLetter; i++) {
    const heading = headingAt(words, i);
    if (heading) found.add(heading);
  }
  return found.size >= headingsOfLetter;
}

const ignorable = /\p{Default_Ignorable_Code_Point}+/gu;
/** Of quotes, line numbers, lists and Markdown. */
const lineMarks = /^(?:\s{0,80}(?:>|#{1,6}(?=\s)|[-*+•▪|](?=\s)|\d{1,4}[.:)|]?(?=\s))){0,4}/;
const emphasis = /\*\*|__/g;
const firstOfMail =
  /^\s{0,80}>? ?\**(?:From|To|Sent|Date|Subject|Received|Return-Path|Delivered-To|MIME-Version|X-[\w-]{1,40}):/i;
const lineOfMail = /^(?:>? ?\**[A-Z][\w-]{1,40}:|[ \t]{1,80}\S)/;
const longestHeader = 65536;

/** Behind the lines `Name: value` that a text begins with; 0 where it begins with no such header. */
function endOfMailHeader(text: string): number {
  if (!firstOfMail.test(text)) return 0;
  let end = text.length - text.trimStart().length;
  while (end < longestHeader && lineOfMail.test(text.slice(end, end + 200))) {
    const next = text.slice(end, end + longestHeader).search(/[\r\n]/);
    if (next < 0) return 0;
    end += next + (text.startsWith('\r\n', end + next) ? 2 : 1);
  }
  return end;
}

/** The heading that begins with line `i` and ends with it or, where a narrow page wrapped it, with one of the next two. */
function headingAt(lines: readonly (readonly string[])[], i: number): string | undefined {
  for (let count = 1; count <= 3; count++) {
    const printed = lines.slice(i, i + count).flat();
    if (printed.length > mostWords + 1) return undefined;
    const heading = asHeading(printed.join(' '));
    if (heading) return heading;
  }
  return undefined;
}

function asHeading(printed: string): string | undefined {
  const title = printed.replace(/ ?:$/, '');
  const heading = title.toUpperCase();
  if (!letterHeadings.has(heading)) return undefined;
  return title === heading || title !== printed || isTitleCase(title) ? heading : undefined;
}

/** Each word but the short ones has a capital. */
function isTitleCase(title: string): boolean {
  return title.split(/[\s/]+/).every((word) => word.length < 4 || /^[^a-z]/.test(word));
}
