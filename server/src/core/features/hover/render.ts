import type { Card, CardDocument, CardPart, DocumentPart, Inline, Line } from './card';

/** Makes the address of a page of ours; undefined where the client cannot open one. */
export type PageAddress = ((page: string) => string) | undefined;

/** Makes the address of a line of the letter, and of a column in it, counted from 1; undefined where the client cannot go to one. */
export type LineAddress = ((line: number, column?: number) => string) | undefined;

/** How the parts of a card are set. */
interface Setting {
  readonly inline: (text: Inline) => string;
  readonly line: (text: string) => string;
  readonly heading: (title: Inline) => string;
}

/** The card in markdown, for a hover. Letter text in it is escaped; without addresses links to our pages are plain words. */
export function toMarkdown({ title, parts, page }: Card, address?: PageAddress, lineAddress?: LineAddress): string {
  const inline = markdownInline(address, lineAddress);
  const heading = (text: Inline): string => strong(inline, text);
  const setting = { inline, heading, line: escapeStart };
  const more = page === undefined || !address ? [] : [inline({ text: 'Open the card', page })];
  return [heading(title), ...parts.map((part) => setPart(part, setting)), ...more].join('\n\n');
}

/** The card as a markdown document: its title and those of its parts are headings. */
export function toDocument({ title, parts }: CardDocument, address: PageAddress, lineAddress?: LineAddress): string {
  const inline = markdownInline(address, lineAddress);
  const heading = (text: Inline): string => `## ${inline(text)}\n`;
  const setting = { inline, heading, line: escapeStart };
  return `${[`# ${inline(title)}`, ...parts.map((part) => setDocumentPart(part, setting))].join('\n\n')}\n`;
}

/** The card as plain text, for clients that show no markdown; a public address stands behind its words. */
export function toPlainCard({ title, parts }: Card): string {
  const asItIs = (text: string): string => text;
  const setting = { inline: plainInline, heading: plainInline, line: asItIs };
  return [title, ...parts.map((part) => setPart(part, setting))].join('\n\n');
}

function setDocumentPart(part: DocumentPart, setting: Setting): string {
  if ('head' in part) return setTable(part.head, part.rows, setting);
  if ('initials' in part) return setting.inline(`Initials: ${orDots(part.initials)} Date: ${orDots(part.date)}`);
  if (!('ticks' in part)) return setPart(part, setting);
  const points = part.ticks.map(
    ({ line, isTicked }) => `- [${isTicked ? 'x' : ' '}] ${line.map(setting.inline).join('')}`,
  );
  return [setting.heading(part.title), ...points].join('\n');
}

/** A place to write on, where nothing is written. */
function orDots(text: string): string {
  return text.trim() || '....................';
}

function setTable(head: readonly string[], rows: readonly (readonly Line[])[], { inline }: Setting): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (texts: Line): string => texts.map(inline).join('').replace(/\|/g, '\\|');
  return [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells.map(cell)))].join('\n');
}

function setPart(part: CardPart, { inline, line, heading }: Setting): string {
  const set = (texts: Line): string => line(texts.map(inline).join(''));
  if ('paragraph' in part) return set(part.paragraph);
  const list = part.list.map((texts) => `- ${set(texts)}`);
  return [...(part.title === undefined ? [] : [heading(part.title)]), ...list].join('\n');
}

/** A line as plain text, without the addresses behind its links. */
export function plainLine(line: Line): string {
  return line.map(wordsOf).join('');
}

function wordsOf(text: Inline): string {
  if (typeof text === 'string') return text;
  return 'strong' in text ? text.strong : text.text;
}

function plainInline(text: Inline): string {
  const words = wordsOf(text);
  return typeof text !== 'string' && 'address' in text && text.address !== words ? `${words} (${text.address})` : words;
}

function markdownInline(address: PageAddress, lineAddress: LineAddress): Setting['inline'] {
  return (text) => {
    if (typeof text === 'string') return escapeMarkdown(text);
    if ('strong' in text) return `**${escapeMarkdown(text.strong)}**`;
    const target = targetOf(text, address, lineAddress);
    if (target === undefined) return escapeMarkdown(text.text);
    const help = 'help' in text && text.help ? ` "${escapeMarkdown(text.help).replace(/"/g, '&quot;')}"` : '';
    return `[${escapeMarkdown(text.text)}](${escapeTarget(target)}${help})`;
  };
}

function targetOf(
  link: Exclude<Inline, string | { readonly strong: string }>,
  address: PageAddress,
  lineAddress: LineAddress,
): string | undefined {
  if ('page' in link) return address?.(link.page);
  return 'line' in link ? lineAddress?.(link.line, link.column) : link.address;
}

function strong(inline: Setting['inline'], text: Inline): string {
  return typeof text !== 'string' && 'strong' in text ? inline(text) : `**${inline(text)}**`;
}

/** Text as it stands, whatever marks it holds, with no more escapes than it takes; white space becomes single. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<~$]/g, '\\$&')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_')
    .replace(/&(?=#?\w{1,31};)/g, '\\&');
}

/** A line whose beginning is no list, heading or quotation. */
function escapeStart(line: string): string {
  return line.replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2').replace(/^(?:[-+>]|#{1,6})(?= |$)|^>/, '\\$&');
}

function escapeTarget(target: string): string {
  return target.replace(/[()<>\\\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}
