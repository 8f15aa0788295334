// Renders cards and pages of the server as elements: paragraphs, lists, and links that the page follows itself.
import type { PlainCardPart, PlainInline } from '../../../server/src/protocol/cards';
import { element } from './elements';

/** A link to one of our pages or into the letter. */
export type FollowedLink = Extract<PlainInline, { readonly page: string } | { readonly line: number }>;
export type Follow = (link: FollowedLink) => void;

/** Creates the element of a part. Its title gets heading level `level`. */
export function partElement(part: PlainCardPart, follow: Follow, level: 'h2' | 'h3'): HTMLElement {
  if ('paragraph' in part) return element('p', {}, ...lineNodes(part.paragraph, follow));
  const items = part.list.map((line) => element('li', {}, ...lineNodes(line, follow)));
  const title = part.title === undefined ? [] : [element(level, {}, inlineNode(part.title, follow))];
  return element('section', {}, ...title, element('ul', {}, ...items));
}

export function lineNodes(line: readonly PlainInline[], follow: Follow): (Node | string)[] {
  return line.map((inline) => inlineNode(inline, follow));
}

export function inlineNode(inline: PlainInline, follow: Follow): Node | string {
  if (typeof inline === 'string') return inline;
  if ('strong' in inline) return element('strong', {}, inline.strong);
  // The editor asks before it opens public addresses from a webview.
  if ('address' in inline) return element('a', { href: inline.address }, inline.text);
  const help = 'help' in inline && inline.help ? { title: inline.help } : {};
  const link = element('a', { href: '#', ...help }, inline.text);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    follow(inline);
  });
  return link;
}
