import type { LetterAnalysis } from '../../analysis/analysis';
import type { Problem } from '../../rules/problem';
import type { Span } from '../../text/span';

/** A stretch of a card's text: plain, strong, or a link to a page of the library or the rules (`rules/IMR301`). */
export type Inline = string | { readonly strong: string } | { readonly text: string; readonly page: string };

/** A part of a card: a paragraph, or a list under a short title. */
export type CardPart =
  | { readonly paragraph: readonly Inline[] }
  | { readonly title: string; readonly list: readonly (readonly Inline[])[] };

/** What a hover tells, free of any mark-up; `toMarkdown` and `toPlainCard` set it. */
export interface Card {
  readonly title: string;
  readonly parts: readonly CardPart[];
}

/** A card and the text it is about. */
export interface Hover {
  readonly span: Span;
  readonly card: Card;
}

export interface HoverContext {
  readonly analysis: LetterAnalysis;
  readonly problems: readonly Problem[];
  /** UTF-16 offset of the pointer. */
  readonly offset: number;
}

/** Gives its card where the pointer stands on what it is about. */
export type CardProvider = (context: HoverContext) => Hover | undefined;
