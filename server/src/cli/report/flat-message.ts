import { type Problem, shorten } from '../../core/index';

/** The message for formats without groups, after the item: `Soma 350 mg #90: The rationale does not say …`. */
export function flatMessage({ item, block, message }: Problem): string {
  if (block === undefined) return message;
  return `${item ? shorten(item, 80) : `Decision ${block + 1}`}: ${message}`;
}
