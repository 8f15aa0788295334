import { type Span, spanAround } from '../text/span';
import { conceptsIn } from './concepts';
import { textFact } from './fact';
import { openSentencesIn } from './open-texts';
import { type VoicedSentence, voicesIn } from './sentence-voices';

/** The first place of a cue of the library's elements and conditions, by what kind of sentence says it. */
export interface CuePlaces {
  /** In a sentence about this case. */
  readonly stated?: Span;
  /** The same, advice to patient and provider aside. */
  readonly told?: Span;
  /** In a sentence about a guideline or patients in general. */
  readonly recited?: Span;
  /** In a sentence that holds an open place or choice. */
  readonly open?: Span;
}

/** Where a text holds a cue. Spans are UTF-16 offsets of the text, half-open. */
export const cuePlacesIn = textFact((_, __, of): ((cue: string) => CuePlaces) => {
  const concepts = of(conceptsIn);
  const sentences = of(voicesIn);
  const open = of(openSentencesIn);
  const known = new Map<string, CuePlaces>();
  return (cue) => {
    const spans = concepts.cue(cue);
    if (spans.length === 0) return nowhere;
    let places = known.get(cue);
    if (!places) {
      places = placesOf(spans, sentences, open);
      known.set(cue, places);
    }
    return places;
  };
});

const nowhere: CuePlaces = {};

function placesOf(spans: readonly Span[], sentences: readonly VoicedSentence[], open: readonly Span[]): CuePlaces {
  const places: { -readonly [Kind in keyof CuePlaces]: CuePlaces[Kind] } = {};
  for (const span of spans) {
    const sentence = spanAround(sentences, span);
    if (!sentence) continue;
    if (spanAround(open, sentence)) places.open ??= span;
    else if (sentence.voice !== 'case') places.recited ??= span;
    else {
      places.stated ??= span;
      if (!sentence.advises) places.told ??= span;
    }
  }
  return places;
}

/** The first place of a cue in what a text says, open sentences aside. */
export const saidIn = textFact((_, __, of): ((cue: string) => Span | undefined) => {
  const placesOf = of(cuePlacesIn);
  return (cue) => placesOf(cue).stated ?? placesOf(cue).recited;
});
