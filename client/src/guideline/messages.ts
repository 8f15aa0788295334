// Messages between the view "Guideline" and its page.
import type { FoundCard, PlainCard, PlainCriterion } from '../../../server/src/protocol/cards';

export type ToPage =
  | {
      readonly kind: 'card';
      /** Undefined if there is no card for the place. */
      readonly card: PlainCard | undefined;
      readonly page: string | undefined;
      readonly block: { readonly item: string; readonly criteria: readonly PlainCriterion[] } | undefined;
      /** Whether `back` leads to another card. */
      readonly canGoBack: boolean;
    }
  | { readonly kind: 'found'; readonly term: string; readonly cards: readonly FoundCard[] }
  | { readonly kind: 'noLetter' };

export type ToEditor =
  | { readonly kind: 'ready' }
  | { readonly kind: 'search'; readonly term: string }
  | { readonly kind: 'openCard'; readonly page: string }
  | { readonly kind: 'openPage'; readonly page: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'reveal'; readonly criterion: number }
  /** `line`: from 1. */
  | { readonly kind: 'revealLine'; readonly line: number };
