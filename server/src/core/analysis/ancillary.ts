import type { DecisionBlock } from '../model/letter';
import { findPredicates } from '../model/predicates';
import { conceptsIn } from './concepts';
import { fact, textFact } from './fact';
import { undamaged } from './undamaged';

/** An item that goes with an operation decided in the same letter, and owes no reasons of its own. */
export const isAncillary = fact(
  (ask, block: DecisionBlock) =>
    ask(conceptsIn, block.heading.item.disputed).has('item.surgical-service') || ask(isDeniedAsAncillary, block),
);

/** From the operation to the predicate, and from there to the word that ties the item to it. */
const reach = 90;

/** The rationale denies the item because the operation it goes with is denied; characters may be damaged in it. */
export const isDeniedAsAncillary = fact((ask, { fields }: DecisionBlock) => {
  const { body } = fields.rationale;
  if (ask(saysAncillary, body)) return true;
  const rest = ask(undamaged, body);
  return rest !== undefined && ask(saysAncillary, rest);
});

const saysAncillary = textFact((text, _, of) => {
  const concepts = of(conceptsIn);
  const operations = concepts.of('item.operation');
  const ties = concepts.of('item.ancillary');
  if (operations.length === 0 || ties.length === 0) return false;
  return findPredicates(text, concepts).some(
    ({ start, end }) =>
      operations.some((operation) => operation.end <= start && start - operation.end <= reach) &&
      ties.some((tie) => tie.start >= end && tie.start - end <= reach),
  );
});
