// One letter set in other ways: what mail programs, word processors and extraction from PDF do to the same words.
import { builtinForms } from '../../server/src/builtin/forms';
import { readLetter, type SyntaxNode } from '../../server/src/core/index';
import { scanLines } from '../../server/src/core/syntax/lines';
import { readText } from '../../server/src/core/text/reading';

/** Sets paragraphs, each one line of words, as a text. */
type Layout = (paragraphs: readonly string[]) => string;

const wrapped = (width: number, between: string, end = '\n', indent = ''): Layout => {
  return (paragraphs) => paragraphs.map((p) => indent + wrap(p, width).join(`${end}${indent}`)).join(between);
};

export const layouts: Readonly<Record<string, Layout>> = {
  'a line a paragraph': wrapped(Number.POSITIVE_INFINITY, '\n\n'),
  'a line a paragraph, without empty lines': wrapped(Number.POSITIVE_INFINITY, '\n'),
  '40 columns': wrapped(40, '\n\n'),
  '72 columns': wrapped(72, '\n\n'),
  '100 columns': wrapped(100, '\n\n'),
  '90 columns without empty lines': wrapped(90, '\n'),
  CRLF: wrapped(90, '\r\n\r\n', '\r\n'),
  'an empty line behind every line': wrapped(90, '\n\n\n', '\n\n'),
  'a space between paragraphs': wrapped(90, '\n \n'),
  'two empty lines between paragraphs': wrapped(90, '\n\n\n'),
  indented: wrapped(90, '\n\n', '\n', '    '),
  'spaces at the ends of lines': wrapped(90, ' \n\n', ' \n'),
  pages: (paragraphs) => paged(paragraphs, '\n\f'),
  'pages with empty lines': (paragraphs) => paged(paragraphs, '\n\n\f\n'),
  'pages with footers': (paragraphs) =>
    paged(paragraphs, '\n\nFinal Determination Letter for IMR Case Number CM15-0900417   3\n\f'),
  'pages with numbers': (paragraphs) => paged(paragraphs, '\n   Page 3 of 5\n\n'),
};

/** The letter with its words as they are, its header as it stands, and all behind that in another layout. */
export function inLayout(text: string, layout: Layout): string {
  const { tree } = readLetter(text, builtinForms);
  return `${text.slice(0, tree.children[0]?.end)}${layout(paragraphsOf(text, tree))}\n`;
}

function paragraphsOf(text: string, node: SyntaxNode): string[] {
  if (node.kind === 'preamble' || node.kind === 'trivia') return [];
  if (node.kind === 'prose') return proseParagraphs(text.slice(node.start, node.end));
  if (['section-heading', 'lead', 'heading'].includes(node.kind)) return words(text, node);
  if (node.kind !== 'field') return node.children.flatMap((child) => paragraphsOf(text, child));
  const [label, ...paragraphs] = node.children.flatMap((child) =>
    child.kind === 'label' ? words(text, child) : paragraphsOf(text, child),
  );
  const [first, ...others] = paragraphs;
  return label === undefined ? [] : [first === undefined ? label : `${label} ${first}`, ...others];
}

function words(text: string, node: SyntaxNode): string[] {
  const reading = readText(text, node).text;
  return reading === '' ? [] : [reading];
}

function proseParagraphs(text: string): string[] {
  const paragraphs: { start: number; end: number }[] = [];
  for (const { start, end, opensParagraph } of scanLines(text)) {
    const last = paragraphs.at(-1);
    if (last && !opensParagraph) last.end = end;
    else paragraphs.push({ start, end });
  }
  return paragraphs.map((paragraph) => readText(text, paragraph).text);
}

/** Never behind a hyphen or a slash: there a line end joins what a space parts. */
function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(/(?<![-/]) /)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function paged(paragraphs: readonly string[], pageBreak: string): string {
  const lines = paragraphs.flatMap((paragraph) => [...wrap(paragraph, 90), '']);
  return lines.map((line, i) => (i % 37 === 36 ? line + pageBreak : line)).join('\n');
}
