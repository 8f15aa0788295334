import type { DecisionBlock } from '../model/letter';
import { fact } from './fact';

const ancillarySentence =
  /\b(?:surg\w{2,8}|operation|procedure)\b.{0,90}\b(?:medically (?:necessary|appropriate)|not m\S{5,10} \S{6,12})\b.{0,90}\b(?:ancillary|associated|accompanying|related|adjunct)\b/i;

/** An item that goes with an operation decided in the same letter, and owes no reasons of its own. */
export const isAncillary = fact(
  (_, block: DecisionBlock) =>
    /^associated surgical service/i.test(block.heading.item.disputed.text) || saysAncillary(block),
);

/** The rationale denies the item because the operation it goes with is denied. */
export function saysAncillary({ fields }: DecisionBlock): boolean {
  return ancillarySentence.test(fields.rationale.body.text);
}
