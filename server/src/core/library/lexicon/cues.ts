import { listOf, recordOf } from './unknown-shape';

/** A cue of a rationale pack, and where it stands in the pack. */
export interface PlacedCue {
  readonly text: string;
  readonly pointer: string;
}

const mark = '=';

/** A cue is found as a concept of its own; no pack can name one so. */
export function cueId(text: string): string {
  return mark + text;
}

/** The cue that an id stands for; undefined for a concept. */
export function cueOf(id: string): string | undefined {
  return id.startsWith(mark) ? id.slice(mark.length) : undefined;
}

/** The cues of a pack as it was read: those of its elements and of its conditions. */
export function* cuesOf(content: unknown): Generator<PlacedCue> {
  const { classes, commonElements, conditions } = recordOf(content);
  yield* cuesOfElements(commonElements, '/commonElements');
  for (const [i, each] of listOf(classes).entries())
    yield* cuesOfElements(recordOf(each).elements, `/classes/${i}/elements`);
  for (const [i, each] of listOf(conditions).entries()) {
    yield* cuesOfFacets(each, `/conditions/${i}`);
    for (const part of ['either', 'unless'] as const)
      for (const [j, facets] of listOf(recordOf(each)[part]).entries())
        yield* cuesOfFacets(facets, `/conditions/${i}/${part}/${j}`);
  }
}

function* cuesOfElements(elements: unknown, pointer: string): Generator<PlacedCue> {
  for (const [i, element] of listOf(elements).entries()) yield* textsAt(recordOf(element).cues, `${pointer}/${i}/cues`);
}

function* cuesOfFacets(facets: unknown, pointer: string): Generator<PlacedCue> {
  const { itemCues, useCues, recordCues } = recordOf(facets);
  yield* textsAt(itemCues, `${pointer}/itemCues`);
  yield* textsAt(useCues, `${pointer}/useCues`);
  yield* textsAt(recordCues, `${pointer}/recordCues`);
}

function* textsAt(list: unknown, pointer: string): Generator<PlacedCue> {
  for (const [i, text] of listOf(list).entries())
    if (typeof text === 'string') yield { text, pointer: `${pointer}/${i}` };
}
