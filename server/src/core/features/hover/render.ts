import type { Card, CardPart, Inline } from './card';

/** Makes the address of a page; undefined where the client cannot open one. */
export type PageAddress = ((page: string) => string) | undefined;

/** The card in markdown. Letter text in it is escaped; without addresses links are plain words. */
export function toMarkdown({ title, parts }: Card, address?: PageAddress): string {
  const inline = (text: Inline): string => {
    if (typeof text === 'string') return escapeMarkdown(text);
    if ('strong' in text) return `**${escapeMarkdown(text.strong)}**`;
    return address ? `[${escapeMarkdown(text.text)}](${address(text.page)})` : escapeMarkdown(text.text);
  };
  const line = (texts: readonly Inline[]): string => texts.map(inline).join('');
  const part = (each: CardPart): string =>
    'paragraph' in each
      ? line(each.paragraph)
      : `**${escapeMarkdown(each.title)}**\n${each.list.map((item) => `- ${line(item)}`).join('\n')}`;
  return [`**${escapeMarkdown(title)}**`, ...parts.map(part)].join('\n\n');
}

/** The card as plain text, for clients that show no markdown. */
export function toPlainCard({ title, parts }: Card): string {
  const line = (texts: readonly Inline[]): string =>
    texts.map((text) => (typeof text === 'string' ? text : 'strong' in text ? text.strong : text.text)).join('');
  const part = (each: CardPart): string =>
    'paragraph' in each ? line(each.paragraph) : [each.title, ...each.list.map((item) => `- ${line(item)}`)].join('\n');
  return [title, ...parts.map(part)].join('\n\n');
}

/** Text as it stands, whatever marks it holds; white space becomes single. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^-/, '\\-');
}
