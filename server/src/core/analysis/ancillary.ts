import type { DecisionBlock } from '../model/letter';
import { findPredicates } from '../model/predicates';
import { conceptsIn } from './concepts';
import { fact } from './fact';

/** An item that goes with an operation decided in the same letter, and owes no reasons of its own. */
export const isAncillary = fact(
  (ask, block: DecisionBlock) =>
    ask(conceptsIn, block.heading.item.disputed).has('item.surgical-service') || ask(isDeniedAsAncillary, block),
);

/** From the operation to the predicate, and from there to the word that ties the item to it. */
const reach = 90;

/** The rationale denies the item because the operation it goes with is denied. */
export const isDeniedAsAncillary = fact((ask, { fields }: DecisionBlock) => {
  const { body } = fields.rationale;
  const concepts = ask(conceptsIn, body);
  const operations = concepts.of('item.operation');
  const ties = concepts.of('item.ancillary');
  if (operations.length === 0 || ties.length === 0) return false;
  return findPredicates(body.text, concepts).some(
    ({ start, end }) =>
      operations.some((operation) => operation.end <= start && start - operation.end <= reach) &&
      ties.some((tie) => tie.start >= end && tie.start - end <= reach),
  );
});
