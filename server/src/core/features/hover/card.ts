import type { Ask } from '../../analysis/fact';
import type { Problem } from '../../problem/problem';
import type { Span } from '../../text/span';

/**
 * A stretch of a card's text: plain, strong, a link to a page of ours (`drug/tramadol`, `rule/IMR301`; see `pages/page-id.ts`), to a
 * line of the letter (from 1; the column, too), or to a public address. `help` is shown while the pointer rests on the link.
 */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly text: string; readonly page: string; readonly help?: string }
  | { readonly text: string; readonly line: number; readonly column?: number }
  | { readonly text: string; readonly address: string };

export type Line = readonly Inline[];

/** A part of a card: a paragraph, or a list, mostly under a short title. */
export type CardPart = { readonly paragraph: Line } | { readonly title?: Inline; readonly list: readonly Line[] };

/** What a hover or a page tells, free of any mark-up; `render.ts` sets it. */
export interface Card {
  readonly title: string;
  /** The page of ours that tells more. */
  readonly page?: string;
  readonly parts: readonly CardPart[];
}

/** A point with its box. */
export interface Tick {
  readonly line: Line;
  /** The same for the same point in another version of the text. */
  readonly key: string;
  readonly isTicked: boolean;
}

/** A part that only a document has: a table, a list of points to tick off, or the place for who has done so; both may be empty. */
export type DocumentPart =
  | CardPart
  | { readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly title: Inline; readonly ticks: readonly Tick[] }
  | { readonly initials: string; readonly date: string };

/** A page that is a document of its own. */
export interface CardDocument {
  readonly title: string;
  readonly parts: readonly DocumentPart[];
}

/** A card and the text it is about. */
export interface Hover {
  readonly span: Span;
  readonly card: Card;
}

export interface HoverContext {
  readonly ask: Ask;
  readonly problems: readonly Problem[];
  /** UTF-16 offset of the pointer. */
  readonly offset: number;
}

/** Gives its card where the pointer stands on what it is about. */
export type CardProvider = (context: HoverContext) => Hover | undefined;

/** The line as a list of one, or none where it has no words. */
export function lineOf(...line: Line): Line[] {
  return line.length === 0 || line[0] === '' ? [] : [line];
}

/** The list under its title; nothing where it is empty. */
export function listPart(title: Inline | undefined, list: readonly Line[]): CardPart[] {
  if (list.length === 0) return [];
  return [title === undefined ? { list } : { title, list }];
}
