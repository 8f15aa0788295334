import { type Reading, readText } from '../text/reading';
import { contains } from '../text/span';
import type { DecisionBlock, Letter } from './letter';

/**
 * The running text of a letter: sections and, of each block, the item and the fields. Each is a reading of
 * its own, in text order, so that nothing is read over a heading or a label.
 */
export function proseOf({ blocks, sections, source }: Letter): Reading[] {
  const readings = sections.flatMap((section) => {
    const inside = blocks.filter((block) => contains(section.span, block.span));
    const [first] = inside;
    if (!first) return [section.body];
    const lead = readText(source.text, { start: section.heading.end, end: first.span.start });
    return [lead, ...inside.flatMap(proseOfBlock)];
  });
  return readings.filter((reading) => reading.text !== '');
}

export function proseOfBlock(block: DecisionBlock): Reading[] {
  return [block.heading.item.reading, ...block.fieldsInOrder.map((field) => field.body)];
}
