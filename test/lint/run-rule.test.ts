import { describe, expect, it } from 'vitest';
import { createTextMemory } from '../../server/src/core/analysis/text-memory';
import { startRun } from '../../server/src/core/lint/run';
import { runRule } from '../../server/src/core/lint/run-rule';
import { defaultSettings } from '../../server/src/core/lint/settings';
import type { LanguageRule, Rule } from '../../server/src/core/rules/rule';
import { atOnce } from '../../server/src/core/text/at-once';
import { language } from '../language';
import { askOf, blockRule, finding, languageRule, letterOf, letterRule, readingRule } from './rules';

const text = letterOf('Brace', 'Cane');
const run = (rule: Rule, of = text, memory = createTextMemory()) =>
  [...runRule(rule, atOnce(startRun(askOf(of, memory), defaultSettings, language)))].flat();

/** How often a rule is run on a letter and then, with what is known of that, on another version of it. */
function runs(rule: (count: () => readonly []) => Rule, next: string): number[] {
  let count = 0;
  const counting = rule(() => {
    count++;
    return [];
  });
  const memory = createTextMemory();
  return [text, next].map((version) => {
    count = 0;
    run(counting, version, memory);
    return count;
  });
}

describe('what a rule is run on', () => {
  it('is the letter, each block or each text', () => {
    expect(run(letterRule({ check: () => [finding(0, 1)] }))).toEqual([{ finding: finding(0, 1) }]);
    const items = run(blockRule({ check: ({ block }) => [finding(block.span.start, block.span.start)] }));
    expect(items.map(({ block }) => block?.heading.item.text)).toEqual(['Brace', 'Cane']);
    const texts: string[] = [];
    run(
      readingRule({
        check: ({ reading }) => {
          texts.push(reading.text);
          return [];
        },
      }),
    );
    expect(texts.length).toBeGreaterThan(2);
    expect(texts).not.toContain('');
  });
});

describe('a rule is run again', () => {
  const otherCane = text.replace('Cane:', 'Wheeled cane:');
  const otherStart = text.replace(/^/, 'A cover page.\n\n');

  it('on each block that has changed, where it reads blocks', () => {
    const rule = (check: () => readonly []) => blockRule({ reads: 'block', check });
    expect(runs(rule, text)).toEqual([2, 0]);
    expect(runs(rule, otherCane)).toEqual([2, 1]);
    expect(runs(rule, otherStart)).toEqual([2, 0]);
  });

  it('on all blocks where it reads the case, and that has changed', () => {
    const rule = (check: () => readonly []) => blockRule({ reads: 'case', check });
    expect(runs(rule, text)).toEqual([2, 0]);
    expect(runs(rule, otherCane)).toEqual([2, 1]);
    expect(runs(rule, otherStart)).toEqual([2, 2]);
  });

  it('on all blocks where it reads the letter, as it does when it does not say', () => {
    expect(runs((check) => blockRule({ reads: 'letter', check }), text)).toEqual([2, 2]);
    expect(runs((check) => blockRule({ check }), text)).toEqual([2, 2]);
  });

  it('on the letter unless it reads the case, and that is the same', () => {
    expect(runs((check) => letterRule({ check }), text)).toEqual([1, 1]);
    const rule = (check: () => readonly []) => letterRule({ reads: 'case', check });
    expect(runs(rule, otherCane)).toEqual([1, 0]);
    expect(runs(rule, otherStart)).toEqual([1, 1]);
  });

  it('on the sentences that have changed, and on the others where it reads names and these have', () => {
    const sentences = (next: string, own: Partial<LanguageRule> = {}) => {
      const [, again] = runs((check) => languageRule({ ...own, places: ['rationale'], check }), next);
      return again;
    };
    const conclusion = 'is not medically necessary.';
    const longer = text.replace(conclusion, `${conclusion} A cane was tried.`);
    const named = text.replace(conclusion, `${conclusion} He often saw Karnow.`);
    for (const reads of ['sentence', 'names'] as const) {
      expect(sentences(text, { reads })).toBe(0);
      expect(sentences(longer, { reads })).toBe(1);
    }
    expect(sentences(named)).toBe(1);
    expect(sentences(named, { reads: 'names' })).toBeGreaterThan(1);
  });

  it('with other settings', () => {
    let count = 0;
    const rule = blockRule({
      reads: 'block',
      check: () => {
        count++;
        return [];
      },
    });
    const memory = createTextMemory();
    for (const settings of [defaultSettings, defaultSettings, { ...defaultSettings }]) {
      Array.from(runRule(rule, atOnce(startRun(askOf(text, memory), settings))));
    }
    expect(count).toBe(4);
  });
});

describe('what is known', () => {
  it('moves with its block', () => {
    const rule = blockRule({
      reads: 'block',
      check: ({ block }) => [finding(block.heading.span.start, block.heading.span.end)],
    });
    const memory = createTextMemory();
    const later = `A cover page.\n\n${text}`;
    run(rule, text, memory);
    expect(run(rule, later, memory)).toEqual(run(rule, later));
  });
});

describe('a finding that no editor could show', () => {
  const fix = (...spans: readonly [number, number][]) => ({
    title: 'Repair',
    kind: 'review' as const,
    edits: spans.map(([start, end]) => ({ span: { start, end }, newText: 'x' })),
  });
  const end = text.length;

  it.each([
    ['begins before the text', finding(-1, 2)],
    ['ends behind the text', finding(0, end + 1)],
    ['ends before it begins', finding(3, 2)],
    [
      'has a related place behind the text',
      finding(0, 1, { related: [{ span: { start: end, end: end + 1 }, message: 'x' }] }),
    ],
    ['has an edit behind the text', finding(0, 1, { fixes: [fix([end, end + 1])] })],
  ])('%s, and is refused', (_, broken) => {
    expect(() => run(letterRule({ check: () => [broken] }))).toThrow('IMR001: a span lies outside the text');
  });

  it('has edits that clash, and is refused', () => {
    const broken = finding(0, 1, { fixes: [fix([0, 1], [5, 9]), fix([0, 4], [3, 5])] });
    expect(() => run(letterRule({ check: () => [broken] }))).toThrow('IMR001: edits clash');
  });

  it('is none at either end of the text', () => {
    const sound = [finding(0, 0), finding(end, end, { fixes: [fix([0, 1], [end, end])] })];
    expect(run(letterRule({ check: () => sound }))).toHaveLength(2);
  });

  it('is not looked for in a fix that takes work', () => {
    const lazy = { ...fix([end, end + 1]), isLazy: true as const };
    expect(run(letterRule({ check: () => [finding(0, 1, { fixes: [lazy] })] }))).toHaveLength(1);
  });
});
