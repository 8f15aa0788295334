import type { Reading } from '../text/reading';
import { contains } from '../text/span';
import type { DecisionBlock, Letter } from './letter';

/**
 * The running text of a letter: sections but that of the issues, and of each block the item and the fields. Each is a reading of
 * its own, in text order, so that nothing is read over a heading or a label.
 */
export function proseOf({ blocks, sections }: Letter): Reading[] {
  const readings = sections.flatMap((section) => {
    const inside = blocks.filter((block) => contains(section.span, block.span));
    return inside.length > 0 ? inside.flatMap(proseOfBlock) : [section.body];
  });
  return readings.filter((reading) => reading.text !== '');
}

export function proseOfBlock(block: DecisionBlock): Reading[] {
  return [block.heading.item.reading, ...block.fieldsInOrder.map((field) => field.body)];
}
