import type { Span } from '../text/span';

/** The concepts of the lexicon that verdicts are made of. */
export type VerdictConcept =
  | `clause.${'condition' | 'connective' | 'general' | 'goes-on' | 'interrupted' | 'question' | 'that'}`
  | `conclusion.${'advisory' | 'bare-predicate' | 'denied-predicate' | 'denies-that' | 'established' | 'judging' | 'lacking' | 'link'}`
  | `conclusion.${'necessity' | 'negative' | 'opening' | 'positive' | 'predicate' | 'request-word' | 'reviewer-judges'}`
  | `negation${'' | '.wide'}`
  | `source.${'saying' | 'voice'}`
  | `speaker.${'other' | 'saying'}`
  | `verb.${'auxiliary' | 'be' | 'conditional' | 'finite' | 'tentative'}`;

/** What a text says, by concept: spans ascend and do not overlap. */
export interface VerdictWords {
  of(concept: VerdictConcept): readonly Span[];
}
