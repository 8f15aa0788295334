import { type Span, spanAround } from '../text/span';
import { conceptsIn } from './concepts';
import { textFact } from './fact';
import { openSentencesIn } from './open-texts';

/** The first place of each cue of the library's elements and conditions in what a text states. */
export const cuesIn = textFact((_, __, of) => firstPlaces(of(conceptsIn).cues(), of(openSentencesIn), false));

/** The same in the sentences of a text that are still open. */
export const openCuesIn = textFact((_, __, of) => firstPlaces(of(conceptsIn).cues(), of(openSentencesIn), true));

/** The first place of each cue inside the open sentences, or outside. */
function firstPlaces(
  cues: ReadonlyMap<string, readonly Span[]>,
  open: readonly Span[],
  isInside: boolean,
): ReadonlyMap<string, Span> {
  const first = new Map<string, Span>();
  for (const [cue, places] of cues) {
    const place = places.find((each) => (spanAround(open, each) !== undefined) === isInside);
    if (place) first.set(cue, place);
  }
  return first;
}
