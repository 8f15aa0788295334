// Every fix that a letter with a planted defect is offered: what it touches, what it leaves alone, and that it comes to an end.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  applyEdits,
  areDisjoint,
  askAbout,
  conclusionOf,
  fixAllOfKind,
  fixAllSafe,
  lintLetter,
  type Problem,
  readLetter,
  rules,
  type TextEdit,
} from '../../server/src/core/index';
import { sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';
import { createRandom } from './defect';
import { defects } from './plant';

/** Kinds of defects planted into each letter; every kind has its turn over the letters. */
const kindsEach = 6;
/** Rules whose fixes write from the templates: one to prefer, one other. */
const fromTemplates = new Set(['IMR105', 'IMR106', 'IMR211', 'IMR301', 'IMR307', 'IMR308', 'IMR411']);
const letters = [...sampleLetters(), ...readSharedLetters(root)];

const planted = letters.flatMap(({ name, text }, turn) => {
  const letter = readLetter(text, builtinForms);
  const chosen = defects.filter(
    (_, i) => i % Math.ceil(defects.length / kindsEach) === turn % Math.ceil(defects.length / kindsEach),
  );
  return chosen.flatMap((defect) => {
    const result = defect.plant(letter, createRandom(`${name} ${defect.kind}`));
    return result ? [{ name: `${name}: ${defect.kind}`, text: result.text }] : [];
  });
});

function check(text: string): readonly Problem[] {
  return lintLetter(askAbout(readLetter(text, builtinForms), builtinLibrary), rules).problems;
}

/** Items, outcomes and what each conclusion says. */
function decisionsOf(text: string): string[] {
  const ask = askAbout(readLetter(text, builtinForms), builtinLibrary);
  return ask.letter.blocks.map((block) => {
    const { item, outcome } = block.heading;
    return `${item.text} | ${outcome.value} | ${ask(conclusionOf, block)?.necessary}`;
  });
}

function fixedSafely(text: string): string {
  for (let round = 0; round < 10; round++) {
    const fix = fixAllSafe(check(text));
    if (!fix) return text;
    text = applyEdits(text, fix.edits);
  }
  throw new Error('fixes without end');
}

/** What stands outside the edits, in order. */
function untouched(text: string, edits: readonly TextEdit[]): string[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  return [...sorted, undefined].map((edit, i) =>
    text.slice(sorted[i - 1]?.span.end ?? 0, edit?.span.start ?? text.length),
  );
}

function standsInOrder(parts: readonly string[], text: string): boolean {
  let at = 0;
  return parts.every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

describe(`fixes of ${planted.length} letters with a planted defect`, () => {
  const checked = planted.map((letter) => ({ ...letter, problems: check(letter.text) }));

  it('are few, titled in words, and each leaves alone what it does not name', () => {
    for (const { name, text, problems } of checked) {
      for (const { code, fixes = [] } of problems) {
        expect(fixes.length, `${name} ${code}`).toBeLessThanOrEqual(fromTemplates.has(code) ? 2 : 5);
        for (const { title, edits } of fixes) {
          expect(title, `${name} ${code}`).toMatch(/^[A-Z][^\n]{3,160}$/);
          expect(areDisjoint(edits), `${name} ${code}: ${title}`).toBe(true);
          expect(standsInOrder(untouched(text, edits), applyEdits(text, edits)), `${name} ${code}: ${title}`).toBe(
            true,
          );
        }
      }
    }
  });

  it('that are safe come to an end and change no decision', () => {
    for (const { name, text } of planted) {
      const fixed = fixedSafely(text);
      expect(fixAllSafe(check(fixed)), name).toBeUndefined();
      if (fixed === text) continue;
      // A label or heading spelled right again may bring a decision to light; none that was read before may change.
      const [before, after] = [decisionsOf(text), decisionsOf(fixed)];
      for (const decision of before.filter((each) => !/null|undefined/.test(each))) {
        expect(after.map(inWords), name).toContain(inWords(decision));
      }
    }
  });

  it('of one kind go together without touching one another', () => {
    for (const { name, text, problems } of checked) {
      for (const code of new Set(problems.map((problem) => problem.code))) {
        const all = fixAllOfKind(problems, code);
        if (!all) continue;
        expect(areDisjoint(all.edits), `${name} ${code}`).toBe(true);
        expect(
          check(applyEdits(text, all.edits)).filter((p) => p.code === code).length,
          `${name} ${code}`,
        ).toBeLessThan(problems.filter((problem) => problem.code === code).length);
      }
    }
  });
});

/** Spelling and spacing apart: a safe fix may set a doubled word or a known slip in an item right. */
function inWords(decision: string): string {
  return decision.split(' | ').slice(1).join(' | ');
}
