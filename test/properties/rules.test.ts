// No text whatever breaks a rule; findings lie in the text, none is said twice, and safe fixes come to an end.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  applyEdits,
  askAbout,
  fixAllSafe,
  lintLetter,
  type Problem,
  readLetter,
  rules,
} from '../../server/src/core/index';
import { language } from '../language';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';

const own = [...sampleLetters(), ...fictionalLetters()];
const shared = readSharedLetters(root);
const anyLetter = fc.constantFrom(...[...own, ...shared].map(({ text }) => text));

/** All findings of all rules, hints too; throws where a rule failed or a finding is out of place or doubled. */
function check(text: string): readonly Problem[] {
  const { problems, failures } = lintLetter(
    askAbout(readLetter(text, builtinForms), builtinLibrary),
    rules,
    undefined,
    language,
  );
  const [failure] = failures;
  if (failure) throw new Error(`${failure.rule.code} failed`, { cause: failure.error });
  for (const { span, code } of problems) {
    if (span.start < 0 || span.end > text.length || span.start > span.end)
      throw new Error(`${code} lies outside the text`);
  }
  const said = problems.map(({ code, span, message }) => `${code} ${span.start} ${span.end} ${message}`);
  expect(said.filter((each, i) => said.indexOf(each) !== i)).toEqual([]);
  return problems;
}

describe('a letter', () => {
  it.each(own.map(({ name, text }) => [name, text]))('%s cut off at every 50th character breaks no rule', (_, text) => {
    for (let end = 0; end < text.length; end += 50) check(text.slice(0, end));
  });

  it('of the published ones, whole and cut off at three places, breaks no rule', () => {
    for (const { text } of shared) {
      for (const part of [1, 0.9, 0.6, 0.3]) check(text.slice(0, text.length * part));
    }
  }, 120_000);

  it('with its lines shuffled breaks no rule', () => {
    const shuffled = anyLetter.chain((text) => {
      const lines = text.split(/(?<=\n)/);
      return fc.shuffledSubarray(lines, { minLength: lines.length }).map((order) => order.join(''));
    });
    fc.assert(fc.property(shuffled, (text) => void check(text)));
  }, 60_000);

  it('with a piece of another in its midst, or without a piece, breaks no rule', () => {
    const mixed = fc
      .tuple(anyLetter, anyLetter, fc.nat(), fc.nat(), fc.nat(2000), fc.nat(300))
      .map(([into, from, at, start, length, lost]) => {
        const place = at % (into.length + 1);
        const first = start % (from.length + 1);
        return into.slice(0, place) + from.slice(first, first + length) + into.slice(place + lost);
      });
    fc.assert(fc.property(mixed, (text) => void check(text)));
  }, 60_000);
});

describe('any text', () => {
  it('breaks no rule', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    const start = 'IMR ISSUES, DECISIONS AND RATIONALES\n\nNorco #60: Upheld\n\nDecision rationale: ';
    fc.assert(fc.property(texts, fc.constantFrom('', start), (text, before) => void check(before + text)));
  }, 60_000);
});

describe('safe fixes', () => {
  it('come to an end, after which nothing is left to fix', () => {
    const texts = [...own.map(({ text }) => text), ...shared.map(({ text }) => text)];
    for (const text of texts) expect(fixAllSafe(check(fixed(text)))).toBeUndefined();
  }, 120_000);
});

function fixed(text: string): string {
  for (let round = 0; round < 10; round++) {
    const fix = fixAllSafe(check(text));
    if (!fix) return text;
    text = applyEdits(text, fix.edits);
  }
  throw new Error('fixes without end');
}
