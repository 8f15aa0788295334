import { Parser } from 'htmlparser2';
import { decodeNamed } from './charset';
import { createFlow, type Flow } from './flow';
import { columnGap, ImportError, type ImportedLetter, importedParagraphs } from './imported-letter';

/** Reads a web page: what a browser would show of it, without comments, footnotes, headers, footers, and pictures. */
export function importHtml(bytes: Uint8Array): ImportedLetter {
  const { text, notes } = htmlText(decodeNamed(bytes, charsetOf(bytes)));
  if (text === '') throw new ImportError('the web page has no text');
  return importedParagraphs(text, notes);
}

/** In the first kilobyte, as browsers look for it. A page that can be read thus is in no UTF-16, whatever it says. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const [, label] = /<meta\s[^>]{0,200}?charset\s*=\s*(?:["']\s*)?([\w.:-]{1,40})/i.exec(head) ?? [];
  return label === undefined || /^utf-?16/i.test(label) ? undefined : label;
}

export interface HtmlText {
  /** Without white space at its ends; a row of a table is a line. */
  readonly text: string;
  /** What was left out, in sentences. */
  readonly notes: readonly string[];
}

/** Browsers nest no deeper. */
const deepest = 512;
const deepestTable = 20;

const unseen = new Set([
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'del',
  'svg',
  'object',
  'iframe',
  'select',
]);
const lines = new Set([
  ...['address', 'article', 'aside', 'caption', 'center', 'dd', 'details', 'div', 'dt', 'fieldset', 'figcaption'],
  ...[
    'figure',
    'footer',
    'form',
    'header',
    'li',
    'main',
    'nav',
    'ol',
    'section',
    'summary',
    'table',
    'td',
    'th',
    'tr',
    'ul',
  ],
]);
const paragraphs = new Set(['blockquote', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'p', 'pre', 'textarea']);

interface Table {
  cells: string[];
  isFirstRow: boolean;
}

/** Returns the text of a page. Throws an ImportError for one that is nested too deeply. Linear in the page. */
export function htmlText(html: string): HtmlText {
  const flows: Flow[] = [createFlow()];
  const tables: Table[] = [];
  /** What ends each open element. */
  const ends: (() => void)[] = [];
  const left = new Set<string>();
  let [unseenDepth, preDepth] = [0, 0];
  const flow = (): Flow => flows.at(-1) as Flow;

  function open(name: string, attributes: Readonly<Record<string, string>>): () => void {
    const reason = unseen.has(name) ? '' : apartFrom(attributes);
    if (unseenDepth > 0 || reason !== undefined) {
      if (reason && unseenDepth === 0) left.add(reason);
      unseenDepth++;
      return () => unseenDepth--;
    }
    if (name === 'br') flow().lineBreak();
    else if (name === 'img') left.add('Pictures were left out.');
    else if (name === 'table' && tables.length < deepestTable) return openTable();
    else if (name === 'tr' && tables.length > 0) return () => endRow(tables.at(-1) as Table, flow());
    else if ((name === 'td' || name === 'th') && tables.length > 0) return openCell(tables.at(-1) as Table);
    else if (paragraphs.has(name)) return openParagraph(name);
    else if (lines.has(name)) return openLine();
    return () => undefined;
  }

  function openTable(): () => void {
    const table: Table = { cells: [], isFirstRow: true };
    const outer = flow();
    const depth = flows.length;
    outer.end(2);
    tables.push(table);
    return () => {
      endRow(table, outer);
      tables.length = tables.indexOf(table);
      flows.length = depth;
      outer.end(2);
    };
  }

  function openCell(table: Table): () => void {
    const cell = createFlow();
    flows.push(cell);
    return () => {
      if (flows.at(-1) === cell) flows.pop();
      const text = cell.text();
      if (text !== '') table.cells.push(text);
    };
  }

  function openParagraph(name: string): () => void {
    const isPre = name === 'pre' || name === 'textarea';
    flow().end(2);
    if (isPre) preDepth++;
    return () => {
      if (isPre) preDepth--;
      flow().end(2);
    };
  }

  function openLine(): () => void {
    flow().end(1);
    return () => flow().end(1);
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (ends.length >= deepest) throw new ImportError('the web page is nested too deeply');
      ends.push(open(name, attributes));
    },
    ontext(text) {
      if (unseenDepth > 0) return;
      if (preDepth > 0) flow().preformatted(text);
      else flow().words(text);
    },
    onclosetag() {
      ends.pop()?.();
    },
  });
  parser.write(html);
  parser.end();
  return { text: (flows[0] as Flow).text(), notes: [...left] };
}

/** A row is a line if each cell is one; otherwise its cells follow one another. */
function endRow(table: Table, outer: Flow): void {
  const cells = table.cells.splice(0);
  if (cells.length === 0) return;
  const isLine = cells.every((cell) => !cell.includes('\n'));
  outer.end(isLine && !table.isFirstRow ? 1 : 2);
  table.isFirstRow = !isLine;
  if (isLine) outer.preformatted(cells.join(columnGap));
  else
    for (const cell of cells) {
      outer.end(2);
      outer.preformatted(cell);
    }
}

/** What a word processor or a mail program marks as no part of the text: the sentence about it, empty for what nobody sees. */
function apartFrom({ style = '', class: classes = '', id = '', title = '', ...rest }: Record<string, string>) {
  if (rest.hidden !== undefined) return '';
  if (/display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i.test(style)) return '';
  if (/mso-element\s*:\s*comment|mso-comment-reference/i.test(style)) return 'Comments were left out.';
  if (
    /mso-element\s*:\s*(?:foot|end)note|mso-(?:foot|end)note-id/i.test(style) ||
    /^sd(?:foot|end)note/.test(id + classes)
  )
    return 'Footnotes and endnotes were left out.';
  if (/mso-element\s*:\s*(?:header|footer)/i.test(style) || /^(?:header|footer)$/.test(title))
    return 'Headers and footers were left out.';
  return undefined;
}
