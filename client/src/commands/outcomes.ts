import type { NewItemParams } from '../../../server/src/protocol/composing';

/** Null: to be decided in the letter. */
export type Outcome = NewItemParams['outcome'];

/** Choices for an outcome. The first one, which Enter takes, must not decide anything. */
export const outcomeItems: readonly {
  readonly label: string;
  readonly description: string;
  readonly outcome: Outcome;
}[] = [
  { label: 'Decide later', description: 'The heading says [Upheld | Overturned].', outcome: null },
  { label: 'Upheld', description: 'The denial stands: the item is not medically necessary.', outcome: 'Upheld' },
  { label: 'Overturned', description: 'The denial falls: the item is medically necessary.', outcome: 'Overturned' },
];
