// What must hold of every feature in every letter, whatever its text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  areDisjoint,
  contains,
  fixAllSafe,
  foldsOf,
  highlightsAt,
  hoverAt,
  lensesOf,
  lineAt,
  type OutlineEntry,
  outlineOf,
  quickFixesOf,
  renameItem,
  renameTargetAt,
  type Span,
  selectionsAt,
  tokensOf,
  toMarkdown,
  toPlainCard,
} from '../../server/src/core/index';
import { type Analyzed, allLetters, analyze, read } from './analyzed';

const letters = allLetters();
const whole = ({ ask }: Analyzed): Span => ({ start: 0, end: ask.letter.source.text.length });

function checkOutline(entry: OutlineEntry, within: Span): void {
  expect(entry.name).not.toBe('');
  expect(contains(within, entry.span), entry.kind).toBe(true);
  expect(contains(entry.span, entry.selection), entry.kind).toBe(true);
  for (const child of entry.children) checkOutline(child, entry.span);
}

function checkFolds({ ask }: Analyzed): void {
  const { source } = ask.letter;
  const folds = foldsOf(ask);
  const lines = folds.map(({ start }) => lineAt(source, start));
  expect(new Set(lines).size).toBe(lines.length);
  for (const { start, end } of folds) expect(lineAt(source, end)).toBeGreaterThan(lineAt(source, start));
}

function checkTokens(analyzed: Analyzed): void {
  const { text } = analyzed.ask.letter.source;
  let end = 0;
  for (const { span } of tokensOf(analyzed.ask)) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(text.slice(span.start, span.end)).toMatch(/^\S(?:[^\r\n]*\S)?$/);
    end = span.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
}

function checkAt(analyzed: Analyzed, offset: number): void {
  const { ask, problems } = analyzed;
  const selections = selectionsAt(ask, offset);
  expect(selections.at(-1)).toEqual(whole(analyzed));
  selections.slice(1).forEach((outer, i) => {
    const inner = selections[i] as Span;
    expect(contains(outer, inner) && outer.end - outer.start > inner.end - inner.start).toBe(true);
  });
  const hover = hoverAt({ ask, problems, offset });
  if (hover) expect(toMarkdown(hover.card).length * toPlainCard(hover.card).length).toBeGreaterThan(0);
  for (const { span } of highlightsAt(ask, offset)) expect(contains(whole(analyzed), span)).toBe(true);
  const target = renameTargetAt(ask, offset);
  if (target) expect(areDisjoint(renameItem(ask, target, 'Lumbar brace #1'))).toBe(true);
}

function checkAll(analyzed: Analyzed): void {
  checkOutline(outlineOf(analyzed.ask, analyzed.problems), whole(analyzed));
  checkFolds(analyzed);
  checkTokens(analyzed);
  expect(lensesOf(analyzed.ask, analyzed.problems)).toHaveLength(analyzed.ask.letter.blocks.length);
}

describe.each(letters)('%s', (_, text) => {
  it('has an outline that nests, folds, tokens and selections that an editor takes', () => {
    const analyzed = analyze(text);
    checkAll(analyzed);
    for (let offset = 0; offset <= text.length; offset += 97) checkAt(analyzed, offset);
  });

  it('can have its items renamed, each into a letter with that item', () => {
    const ask = read(text);
    for (const block of ask.letter.blocks) {
      const target = renameTargetAt(ask, block.heading.item.disputed.span.start);
      if (!target) throw new Error('the heading is no place to rename its item');
      const renamed = applyEdits(text, renameItem(ask, target, 'Lumbar brace #1'));
      const after = read(renamed).letter.blocks;
      expect(after.map(({ heading }) => heading.outcome.value)).toEqual(
        ask.letter.blocks.map(({ heading }) => heading.outcome.value),
      );
      expect(after[block.index]?.heading.item.disputed.text).toBe('Lumbar brace #1');
    }
  });

  it('is as safe fixes leave it after applying them until none is left', () => {
    let now = text;
    for (let run = 0; run < 10; run++) {
      const all = fixAllSafe(analyze(now).problems);
      if (!all) return;
      const fixed = applyEdits(now, all.edits);
      expect(fixed, 'a fix that changes nothing').not.toBe(now);
      now = fixed;
    }
    throw new Error('safe fixes never come to an end');
  });
});

describe('any text', () => {
  const [sample = ['', '']] = letters;
  const damaged = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .tuple(fc.nat(sample[1].length), fc.nat(sample[1].length))
      .map(([a, b]) => sample[1].slice(0, a) + sample[1].slice(b)),
    fc.shuffledSubarray(sample[1].split('\n')).map((lines) => lines.join('\n')),
  );

  it('has what an editor takes, and throws nowhere', () => {
    fc.assert(
      fc.property(damaged, fc.nat(), (text, at) => {
        const analyzed = analyze(text);
        checkAll(analyzed);
        checkAt(analyzed, at % (text.length + 1));
        quickFixesOf(analyzed.problems.filter(({ span }) => span.end >= at % (text.length + 1)));
      }),
      { numRuns: 150 },
    );
  });
});
