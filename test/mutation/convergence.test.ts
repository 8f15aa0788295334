// A fix that is applied mends its finding, and applied again it changes nothing: every fix of every rule, over all letters and planted ones.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  applyEdits,
  askAbout,
  fixAllOfKind,
  lintLetter,
  type Problem,
  type Rule,
  readLetter,
  rules,
  type Span,
  type TextEdit,
} from '../../server/src/core/index';
import { settled } from '../answers';
import { readCorpus } from '../corpus/corpus';
import { language } from '../language';
import { fictionalLetters, sampleLetters } from '../letters/fictional';
import { root } from '../project';
import { readSharedLetters } from '../shared-letters';
import { createRandom } from './defect';
import { defects } from './plant';

/** Every kind of defect has its turn over the letters. */
const kindsEach = 4;
const mostRounds = 4;
/** Fixes of one rule that are tried in one text. */
const mostFixes = 6;

const whole = [
  ...sampleLetters(),
  ...fictionalLetters(),
  ...readCorpus(),
  ...readCorpus('test/corpus/today'),
  ...readSharedLetters(root),
].map(({ name, text }) => ({ name, text }));

const turns = Math.ceil(defects.length / kindsEach);
const planted = whole.flatMap(({ name, text }, turn) => {
  const letter = readLetter(text, builtinForms);
  return defects
    .filter((_, i) => i % turns === turn % turns)
    .flatMap((defect) => {
      const result = defect.plant(letter, createRandom(`${name} ${defect.kind}`));
      return result ? [{ name: `${name}: ${defect.kind}`, text: result.text }] : [];
    });
});

function check(text: string, some: readonly Rule[]): readonly Problem[] {
  const { problems, failures } = lintLetter(
    askAbout(readLetter(text, builtinForms), builtinLibrary),
    some,
    undefined,
    language,
  );
  if (failures[0]) throw failures[0].error;
  return problems;
}

/** Where the texts that the edits write are, in the text after them. */
function writtenBy(edits: readonly TextEdit[]): readonly Span[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { start, end: start + newText.length };
    });
}

/** Says what is wrong with one fix of `problem`; undefined where it mends it. */
function faultOfFix(
  text: string,
  rule: Rule,
  problem: Problem,
  before: readonly Problem[],
  edits: readonly TextEdit[],
): string | undefined {
  let fixed = applyEdits(text, edits);
  if (fixed === text) return 'changes nothing';
  let written = writtenBy(edits);
  let left = check(fixed, [rule]);
  const isSame = ({ message }: Problem): boolean => message === problem.message;
  if (left.filter(isSame).length >= before.filter(isSame).length) return `leaves "${problem.message}"`;
  for (let round = 0; round < mostRounds; round++) {
    const again = left.find(({ span, fixes = [] }) => fixes[0] && written.some((each) => overlap(each, span)));
    const fix = again?.fixes?.[0];
    if (!fix) return undefined;
    const next = settled(fix.edits);
    fixed = applyEdits(fixed, next);
    written = writtenBy(next);
    left = check(fixed, [rule]);
  }
  return 'is offered again and again';
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Says what is wrong with "fix all of this kind"; undefined where it comes to an end. */
function faultOfAll(text: string, rule: Rule, problems: readonly Problem[]): string | undefined {
  let fixed = text;
  let left = problems;
  for (let round = 0; round < mostRounds; round++) {
    const all = fixAllOfKind(left, rule.code);
    if (!all) return undefined;
    const next = applyEdits(fixed, all.edits);
    if (next === fixed) return 'all of its kind change nothing';
    fixed = next;
    left = check(fixed, [rule]);
  }
  return fixAllOfKind(left, rule.code) && 'all of its kind have no end';
}

const faults = new Map<string, string[]>();
const tried = new Map<string, number>();
for (const { name, text } of [...whole, ...planted]) {
  const all = check(text, rules);
  for (const rule of rules.filter(({ fix, code }) => fix !== null && all.some((problem) => problem.code === code))) {
    const own = check(text, [rule]);
    const note = (fault: string | undefined, what: string): void => {
      tried.set(rule.code, (tried.get(rule.code) ?? 0) + 1);
      if (fault) faults.set(rule.code, [...(faults.get(rule.code) ?? []), `${name}: ${what} ${fault}`]);
    };
    for (const problem of own.slice(0, mostFixes))
      for (const { title, edits } of problem.fixes ?? [])
        note(faultOfFix(text, rule, problem, own, settled(edits)), `"${title}"`);
    note(faultOfAll(text, rule, own), '');
  }
}

describe(`fixes in ${whole.length} letters and ${planted.length} with a planted defect`, () => {
  it.each(rules.filter(({ fix, scope }) => fix !== null && scope !== 'tool').map(({ code, name }) => [code, name]))(
    '%s %s: each mends its finding, and there is an end to them',
    (code) => {
      expect(tried.get(code) ?? 0, 'no letter has such a finding').toBeGreaterThan(0);
      expect(faults.get(code) ?? []).toEqual([]);
    },
  );
});
