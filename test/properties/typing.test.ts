// A block that is typed into a letter takes nothing from the blocks that stand there. Seen over all 98 published letters, at
// every block, before this was so: a half-typed label drew the next heading to itself, or opened a block without one.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { type DecisionBlock, readLetter } from '../../server/src/core/index';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

const heading = '\nKnee brace, left knee: Upheld';
const typed = `${heading}

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: The guideline asks for instability. None is shown on examination of 9-15-15. The request for a knee brace
is not medically necessary.`;

const own = [...sampleLetters(), ...fictionalLetters().filter(({ name }) => /^201[45]-/.test(name))];

describe('a block typed', () => {
  it.each(own.map(({ name, text }) => [name, text] as const))('anywhere into %s leaves the others alone', (_, text) => {
    for (const place of placesIn(text)) expectOthersWhole(text, place, 1);
  });

  it('into a published letter leaves the others alone', () => {
    for (const [i, { text }] of readSharedLetters(root).entries()) {
      const places = placesIn(text);
      expectOthersWhole(text, places[i % places.length] as number, 7);
    }
  });
});

/** Before each block and behind the last one. */
function placesIn(text: string): number[] {
  return [...readLetter(text, builtinForms).blocks.map(({ span }) => span.start), text.trimEnd().length + 1];
}

/** At every `step`th letter typed once the heading stands; what is typed before that is the rationale's above it. */
function expectOthersWhole(text: string, place: number, step: number): void {
  const before = readLetter(text, builtinForms).blocks.map(decision);
  for (let length = heading.length; length <= typed.length; length += step) {
    const words = typed.slice(0, length);
    const after = readLetter(`${text.slice(0, place)}${words}\n\n${text.slice(place)}`, builtinForms).blocks;
    const others = after.filter(({ heading: { item } }) => item.text !== 'Knee brace, left knee').map(decision);
    expect(others, `${JSON.stringify(words.slice(-30))} at ${place}`).toEqual(before);
  }
}

function decision({ heading: { item, outcome }, fieldsInOrder }: DecisionBlock): string {
  return [item.text, outcome.text, ...fieldsInOrder.map(({ body }) => body.text)].join('\n');
}
