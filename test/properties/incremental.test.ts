// A letter that is checked again after an edit has the findings that it has when it is checked for the first time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  askAbout,
  createTextMemory,
  lintLetter,
  readLetter,
  rules,
  type TextMemory,
} from '../../server/src/core/index';
import { language } from '../language';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

const own = [...sampleLetters(), ...fictionalLetters()].map(({ text }) => text);
const published = readSharedLetters(root).map(({ text }) => text);
const letters = [...own, ...published];

/** Findings with everything about them, fixes too. */
function findings(text: string, memory?: TextMemory): unknown {
  const { problems, failures } = lintLetter(
    askAbout(readLetter(text, builtinForms), builtinLibrary, memory),
    rules,
    undefined,
    language,
  );
  expect(failures).toEqual([]);
  return JSON.parse(JSON.stringify(problems));
}

/** An edit at a share of the letter's length: text is put in, or a piece of the letter goes or comes again elsewhere. */
type Edit =
  | { readonly kind: 'type'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'move'; readonly at: number; readonly length: number; readonly to: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const typed = fc.constantFrom(
  ' ',
  '\n',
  '\n\n',
  'a',
  '.',
  'Upheld',
  'not ',
  ' Norco 10/325mg #60',
  ' 1/2/2016',
  ' she ',
  ' right knee',
  'Decision rationale: ',
  '\n\nSoma 350mg #90: Upheld\n\n',
  'CLINICAL CASE SUMMARY\n',
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: place, text: typed }),
  fc.record({ kind: fc.constant('delete' as const), at: place, length: fc.nat(400) }),
  fc.record({ kind: fc.constant('move' as const), at: place, length: fc.nat(2000), to: place }),
);

function apply(text: string, change: Edit): string {
  const at = Math.floor(change.at * text.length);
  if (change.kind === 'type') return text.slice(0, at) + change.text + text.slice(at);
  const rest = text.slice(0, at) + text.slice(at + change.length);
  if (change.kind === 'delete') return rest;
  const to = Math.floor(change.to * rest.length);
  return rest.slice(0, to) + text.slice(at, at + change.length) + rest.slice(to);
}

function expectSameAsFresh(text: string, edits: readonly Edit[]): void {
  const memory = createTextMemory();
  findings(text, memory);
  let version = text;
  for (const change of edits) {
    version = apply(version, change);
    expect(findings(version, memory)).toEqual(findings(version));
  }
}

describe('after any edits the findings are those of a fresh check', () => {
  it('in a letter drawn by chance', () => {
    const drawn = fc.tuple(fc.constantFrom(...letters), fc.array(edit, { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(drawn, ([text, edits]) => expectSameAsFresh(text, edits)),
      { numRuns: 120 },
    );
  }, 120_000);

  it('in every letter', () => {
    for (const [i, text] of letters.entries()) {
      const edits = fc.sample(edit, { seed: i, numRuns: 3 });
      expectSameAsFresh(text, edits);
    }
  }, 120_000);
});
