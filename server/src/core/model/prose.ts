import type { FieldKind, SectionKind } from '../syntax/form';
import { once } from '../text/once';
import { type Reading, readSource } from '../text/reading';
import type { Span } from '../text/span';
import { blocksWithin } from './block-places';
import type { DecisionBlock, Letter, Section } from './letter';

/** Where running text is: in a section, a field or the item of a heading. */
export type TextPlace = SectionKind | FieldKind | 'item';

/** A piece of running text. */
export interface Passage {
  readonly place: TextPlace;
  /** The source that `reading` was read from, white space at its ends included. */
  readonly span: Span;
  /** Read when it is first asked for. */
  readonly reading: Reading;
}

/**
 * The running text of a letter: sections and, of each block, the item and the fields. Each is a passage of its own, in text order,
 * so that nothing is read over a heading or a label. Some may be empty.
 */
export function passagesOf(letter: Letter): Passage[] {
  const { sections, source } = letter;
  return sections.flatMap((section) => {
    const inside = blocksWithin(letter, section.span);
    const [first] = inside;
    if (!first) return [wholeSection(section)];
    const lead = { start: section.heading.end, end: first.span.start };
    const reading = once(() => readSource(source, lead));
    return [passage(section.kind, lead, reading), ...inside.flatMap(passagesOfBlock)];
  });
}

function wholeSection(section: Section): Passage {
  return passage(section.kind, { start: section.heading.end, end: section.span.end }, () => section.body);
}

function passagesOfBlock({ heading, fieldsInOrder }: DecisionBlock): Passage[] {
  const item = { start: heading.span.start, end: heading.colon.start };
  return [
    passage('item', item, () => heading.item.reading),
    ...fieldsInOrder.map((field) =>
      passage(field.kind, { start: field.label.end, end: field.span.end }, () => field.body),
    ),
  ];
}

function passage(place: TextPlace, span: Span, read: () => Reading): Passage {
  return {
    place,
    span,
    get reading() {
      return read();
    },
  };
}
