import type { Span } from '../../text/span';

/** A link in a page: to another page, by its path, or to a public address. */
export interface PageLink {
  readonly span: Span;
  readonly page?: string;
  readonly address?: string;
}

const link = /\[(?:[^[\]\\]|\\.){0,400}\]\(([^()\s]{1,1000})\)/g;

/** The links in the text of the page at `path`, as `pageDocument` writes them. */
export function pageLinksIn(path: string, text: string): PageLink[] {
  return [...text.matchAll(link)].flatMap((match): PageLink[] => {
    const [whole, target = ''] = match;
    const span = { start: match.index, end: match.index + whole.length };
    if (/^https?:/.test(target)) return [{ span, address: target }];
    const page = /^((?:\.\.\/)*)(.+)\.md$/.exec(target);
    if (!page) return [];
    const up = (page[1] ?? '').length / 3;
    const folder = path.split('/').slice(0, -1);
    return [{ span, page: [...folder.slice(0, Math.max(0, folder.length - up)), decodeURI(page[2] ?? '')].join('/') }];
  });
}
