// A letter of the public corpus says the same whatever came between its lines on its way, at whatever place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../corpus/corpus';
import { furniture, lists, marks, running } from '../letters/damage';
import { whatItSays } from '../letters/what-it-says';

const letters = readCorpus().map(({ text }) => text.replaceAll('\r\n', '\n'));
const anyLetter = fc.constantFrom(...letters);
const runs = { numRuns: 60 };

/** Places behind lines of the letter, its first lines aside: a header has other marks. */
function placesIn(text: string): number[] {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  return ends.slice(8, -1);
}

function plantedAt(text: string, places: readonly number[], line: (page: number) => string, gap: string): string {
  const ends = [...places, text.length];
  const parts = places.map((place, i) => `${gap}${line(i + 2)}\n${gap}${text.slice(place, ends[i + 1])}`);
  return text.slice(0, places[0]) + parts.join('');
}

describe('a page line at any place', () => {
  it.each(Object.entries(furniture))('changes nothing: %s', (_, line) => {
    fc.assert(
      fc.property(anyLetter, fc.nat(), fc.nat(63), fc.constantFrom('', '\n'), (text, at, page, gap) => {
        const places = placesIn(text);
        const place = places[at % places.length] ?? 0;
        const planted = plantedAt(text, [place], () => line(page + 1), gap);
        expect(whatItSays(planted)).toEqual(whatItSays(text));
      }),
      { numRuns: 6 },
    );
  });

  it.each(Object.entries(running))('changes nothing where it comes again inside sentences: %s', (_, line) => {
    fc.assert(
      fc.property(anyLetter, fc.array(fc.nat(), { minLength: 3, maxLength: 6 }), (text, picks) => {
        const inSentences = placesIn(text).filter(
          (at) => /[a-z,]\n$/.test(text.slice(0, at)) && /[a-z]/.test(text.charAt(at)),
        );
        const places = [...new Set(picks.map((pick) => inSentences[pick % inSentences.length] ?? 0))].sort(
          (a, b) => a - b,
        );
        if (places.length < 3) return;
        expect(whatItSays(plantedAt(text, places, line, '\n'))).toEqual(whatItSays(text));
      }),
      { numRuns: 6 },
    );
  });
});

describe('marks on the lines', () => {
  it('change nothing', () => {
    fc.assert(
      fc.property(anyLetter, fc.constantFrom(...Object.values({ ...marks, ...lists })), (text, damage) => {
        expect(whatItSays(damage(text))).toEqual(whatItSays(text));
      }),
      runs,
    );
  });
});
