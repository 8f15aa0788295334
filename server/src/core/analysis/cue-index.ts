import type { Library } from '../library/types';
import { settledText, unsettledText } from '../text/open-text';
import { type CueIndex, createCueIndex } from './cues';
import { textFact } from './fact';

/** The first place of each cue of the library's elements and conditions in what a text states. */
export const cuesIn = textFact((text, library) => cueIndexOf(library).find(settledText(text)));

/** The same in the sentences of a text that are still open. */
export const openCuesIn = textFact((text, library) => cueIndexOf(library).find(unsettledText(text)));

const indexes = new WeakMap<Library, CueIndex>();

/** The cues of all elements and conditions of a library; built on first use and kept as long as the library. */
function cueIndexOf(library: Library): CueIndex {
  let index = indexes.get(library);
  if (!index) {
    index = createCueIndex(allCues(library));
    indexes.set(library, index);
  }
  return index;
}

function* allCues({ classes, commonElements, condition }: Library): Generator<string> {
  for (const element of [...commonElements, ...classes.flatMap(({ elements }) => elements)]) {
    yield* element.cues ?? [];
    const narrowing = element.appliesWhen === undefined ? undefined : condition(element.appliesWhen);
    for (const facets of narrowing ? [narrowing, ...(narrowing.either ?? [])] : []) {
      yield* facets.itemCues ?? [];
      yield* facets.recordCues ?? [];
    }
  }
}
