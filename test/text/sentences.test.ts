import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../server/src/builtin/library';
import { builtinPacks } from '../../server/src/builtin/packs';
import { builtinSchemas } from '../../server/src/builtin/schemas';
import { createLibrary, type Library } from '../../server/src/core/index';
import { splitSentences } from '../../server/src/core/text/sentences';

const split = (text: string, { stops }: Library = builtinLibrary) =>
  splitSentences(text, stops).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['He fell. She left.', ['He fell.', 'She left.']],
    ['Seen by Dr. Nott. He fell.', ['Seen by Dr. Nott.', 'He fell.']],
    ['Take it b.i.d. After meals, e.g. Supper.', ['Take it b.i.d. After meals, e.g. Supper.']],
    ['Lost in 2013.On review.', ['Lost in 2013.', 'On review.']],
    ['Is it? Yes!', ['Is it?', 'Yes!']],
    ['Pain of 2.5 cm. of the knee', ['Pain of 2.5 cm. of the knee']],
  ])('are told apart in %j', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it("know a team's abbreviations", () => {
    const house = { path: 'house.yaml', content: { version: 1, kind: 'vocabulary', stops: ['Hwy'] } };
    const { library, problems } = createLibrary(builtinPacks, [house], builtinSchemas);
    expect(problems).toEqual([]);
    expect(split('He lives on Hwy. Nine. He drives.', library)).toEqual(['He lives on Hwy. Nine.', 'He drives.']);
    expect(split('He lives on Hwy. Nine. He drives.')).toHaveLength(3);
  });
});
