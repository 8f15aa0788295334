import { type Span, spanAround } from '../text/span';
import { conceptsIn } from './concepts';
import { textFact } from './fact';
import { openSentencesIn } from './open-texts';
import { type VoicedSentence, voicesIn } from './sentence-voices';

/** The first place of each cue of the library's elements and conditions, by what kind of sentence says it. */
export interface CuePlaces {
  /** In a sentence about this case. */
  readonly stated: ReadonlyMap<string, Span>;
  /** The same, advice to patient and provider aside. */
  readonly told: ReadonlyMap<string, Span>;
  /** In a sentence about a guideline or patients in general. */
  readonly recited: ReadonlyMap<string, Span>;
  /** In a sentence that holds an open place or choice. */
  readonly open: ReadonlyMap<string, Span>;
}

/** Where a text holds each cue. Spans are UTF-16 offsets of the text, half-open. */
export const cuePlacesIn = textFact((_, __, of): CuePlaces => {
  const sentences = of(voicesIn);
  const open = of(openSentencesIn);
  const places = { stated: new Map(), told: new Map(), recited: new Map(), open: new Map() };
  for (const [cue, spans] of of(conceptsIn).cues()) {
    for (const span of spans) {
      for (const kind of kindsOf(spanAround(sentences, span), open))
        if (!places[kind].has(cue)) places[kind].set(cue, span);
    }
  }
  return places;
});

/** The first place of each cue in what a text says, open sentences aside. */
export const cuesIn = textFact((_, __, of): ReadonlyMap<string, Span> => {
  const { stated, recited } = of(cuePlacesIn);
  return new Map([...recited, ...stated]);
});

function kindsOf(sentence: VoicedSentence | undefined, open: readonly Span[]): readonly (keyof CuePlaces)[] {
  if (!sentence) return [];
  if (spanAround(open, sentence)) return ['open'];
  if (sentence.voice !== 'case') return ['recited'];
  return sentence.advises ? ['stated'] : ['stated', 'told'];
}
