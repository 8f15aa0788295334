import { request } from './messages';
import type { PlainPosition, PlainRange } from './places';

/** Request: the card for a place of an open letter. Null for a text that is not an open letter. */
export const cardAt = request<CardAt, PlaceCard | null>('imr/cardAt');

export interface CardAt {
  readonly uri: string;
  readonly position: PlainPosition;
}

export interface PlaceCard {
  readonly card?: PlainCard;
  /** The page of the card, `topic/cp09-opioids`. */
  readonly page?: string;
  readonly block?: { readonly index: number; readonly item: string; readonly criteria: readonly PlainCriterion[] };
}

export interface PlainCriterion {
  readonly title: string;
  readonly text: string;
  readonly state: 'stated' | 'criterion-only' | 'open' | 'missing';
  readonly range?: PlainRange;
}

/** A stretch of text: plain, strong, or a link to a page of ours, a line of the letter (from 1, the column, too), or a public address. */
export type PlainInline =
  | string
  | { readonly strong: string }
  | { readonly text: string; readonly page: string; readonly help?: string }
  | { readonly text: string; readonly line: number; readonly column?: number }
  | { readonly text: string; readonly address: string };

export interface PlainCard {
  readonly title: string;
  readonly parts: readonly PlainCardPart[];
}

/** A paragraph, or a list, usually under a short title. */
export type PlainCardPart =
  | { readonly paragraph: readonly PlainInline[] }
  | { readonly title?: PlainInline; readonly list: readonly (readonly PlainInline[])[] };

/** A part of a page: also a table, points to tick off, and the place for who has ticked them. */
export type PlainDocumentPart =
  | PlainCardPart
  | { readonly head: readonly string[]; readonly rows: readonly (readonly (readonly PlainInline[])[])[] }
  | { readonly title: PlainInline; readonly ticks: readonly PlainTick[] }
  | { readonly initials: string; readonly date: string };

export interface PlainTick {
  readonly line: readonly PlainInline[];
  /** The same for the same point in another version of the letter. */
  readonly key: string;
  readonly isTicked: boolean;
}

/** Request: the card of a page, with the packs of the open letter at `uri`. Null for a page that does not exist. */
export const cardOfPage = request<CardOfPage, PlainCard | null>('imr/cardOfPage');

export interface CardOfPage {
  readonly uri: string;
  readonly page: string;
}

/** Request: entries of the library that match a term, with the packs of the open letter at `uri`. */
export const findCards = request<FindCards, FoundCard[]>('imr/findCards');

export interface FindCards {
  readonly uri: string;
  readonly term: string;
}

export interface FoundCard {
  readonly title: string;
  readonly kind: string;
  readonly page: string;
}
