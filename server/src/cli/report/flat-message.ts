import { type Problem, shorten } from '../../core/index';

/** A message as formats without groups print it, the item before it: `Soma 350 mg #90: The rationale does not say …`. */
export function flatMessage({ item, block, message }: Problem): string {
  if (block === undefined) return message;
  return `${item ? shorten(item, 80) : `Decision ${block + 1}`}: ${message}`;
}
