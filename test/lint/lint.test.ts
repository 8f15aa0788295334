import { describe, expect, it } from 'vitest';
import type { Ask } from '../../server/src/core/analysis/fact';
import { lintInSteps, lintLetter } from '../../server/src/core/lint/lint';
import { defaultSettings, type RuleSettings } from '../../server/src/core/lint/settings';
import type { Rule } from '../../server/src/core/rules/rule';
import { askOf, blockRule, finding, letterOf, letterRule, toolRule } from './rules';

const text = letterOf('Brace', 'Cane');
const ask = askOf(text);
const [brace, cane] = ask.letter.blocks;
if (!brace || !cane) throw new Error('the letter has two blocks');
const lint = (rules: readonly Rule[], settings?: RuleSettings, about: Ask = ask) => lintLetter(about, rules, settings);
const finds = (...findings: ReturnType<typeof finding>[]) => letterRule({ check: () => findings });

describe('problems', () => {
  it('are sorted by place, the longer first, then by code', () => {
    const second = letterRule({ code: 'IMR002', check: () => [finding(5, 9), finding(2, 3)] });
    const first = finds(finding(5, 9), finding(5, 12), finding(7, 8));
    expect(lint([second, first]).problems.map(({ code, span }) => `${code} ${span.start}-${span.end}`)).toEqual([
      'IMR002 2-3',
      'IMR001 5-12',
      'IMR001 5-9',
      'IMR002 5-9',
      'IMR001 7-8',
    ]);
  });

  it('bear code, name and severity of their rule, and what it found', () => {
    const own = { help: 'Why.', anchor: { start: 1, end: 2 }, related: [{ span: { start: 3, end: 4 }, message: 'x' }] };
    expect(lint([finds(finding(0, 2, own))]).problems).toEqual([
      {
        code: 'IMR001',
        rule: 'first-rule',
        severity: 'warning',
        span: { start: 0, end: 2 },
        message: 'This is wrong.',
        ...own,
      },
    ]);
  });

  it('of a rule that waits while one types say so', () => {
    const quiet = letterRule({ whileTyping: 'quiet', check: () => [finding(0, 1)] });
    expect(lint([quiet]).problems[0]?.isAboutUnfinished).toBe(true);
    expect(lint([finds(finding(0, 1))]).problems[0]).not.toHaveProperty('isAboutUnfinished');
  });

  it('do not ask for their fixes before somebody wants them', () => {
    let asked = 0;
    const fixes = () => {
      asked++;
      return [];
    };
    const { problems } = lint([finds(finding(0, 1, { fixes }))]);
    expect(asked).toBe(0);
    expect(problems[0]?.fixes).toEqual([]);
    expect(problems[0]?.fixes).toEqual([]);
    expect(asked).toBe(1);
  });

  it('refuse fixes that no editor could make, when somebody wants them', () => {
    const fixes = () => [
      { title: 'Repair', kind: 'review' as const, edits: [{ span: { start: -1, end: 0 }, newText: 'x' }] },
    ];
    const { problems } = lint([finds(finding(0, 1, { fixes }))]);
    expect(() => problems[0]?.fixes).toThrow('a span lies outside the text');
  });
});

describe('the block of a problem', () => {
  it('is the one that it lies in, to its last character', () => {
    const at = [brace, cane].flatMap(({ span: { start, end } }) => [finding(start, start), finding(start, end)]);
    expect(lint([finds(...at)]).problems.map(({ block, item }) => [block, item])).toEqual([
      [0, 'Brace'],
      [0, 'Brace'],
      [1, 'Cane'],
      [1, 'Cane'],
    ]);
  });

  it('is none where it lies before a block, between two, or in two', () => {
    const { start, end } = brace.span;
    const outside = [finding(start - 1, start), finding(end, end + 1), finding(start, cane.span.end)];
    for (const problem of lint([finds(...outside)]).problems) expect(problem).not.toHaveProperty('block');
  });

  it('is that of its rule, wherever the problem lies', () => {
    const rule = blockRule({ check: ({ block }) => (block === cane ? [finding(0, 1)] : []) });
    expect(lint([rule]).problems).toMatchObject([{ block: 1, item: 'Cane' }]);
  });
});

describe('the severity of a problem', () => {
  it.each([
    ['hint', 'hint'],
    ['information', 'information'],
    ['warning', 'warning'],
    ['error', 'warning'],
  ] as const)('of a warning that is %s at most is %s', (atMost, severity) => {
    expect(lint([finds(finding(0, 1, { atMost }))]).problems[0]?.severity).toBe(severity);
  });

  it('is a hint in a form that is known by its headings alone', () => {
    const form = { ...ask.letter.form, basis: 'headings' as const };
    const headingsOnly: Ask = Object.assign(askOf(text), { letter: { ...ask.letter, form } });
    expect(lint([finds(finding(0, 1))], defaultSettings, headingsOnly).problems[0]?.severity).toBe('hint');
  });

  it('is as set; a rule that is off is not run', () => {
    const never = letterRule({
      check: () => {
        throw new Error('it was run');
      },
    });
    expect(lint([never], { ...defaultSettings, severityOf: () => null })).toEqual({ problems: [], failures: [] });
    const loud = { ...defaultSettings, severityOf: () => 'error' as const };
    expect(lint([finds(finding(0, 1))], loud).problems[0]?.severity).toBe('error');
  });
});

describe('a rule that throws', () => {
  const error = new Error('a fault of ours');
  const broken = blockRule({
    check: ({ block }) => {
      if (block === cane) throw error;
      return [finding(0, 1)];
    },
  });

  it('costs all its findings and no other rule’s', () => {
    const { problems, failures } = lint([broken, finds(finding(2, 3))]);
    expect(problems.map(({ span }) => span.start)).toEqual([2]);
    expect(failures).toEqual([{ rule: broken, error }]);
  });
});

describe('steps', () => {
  it('are one a letter, or one a block', () => {
    const count = (...rules: readonly Rule[]) => [...lintInSteps(ask, rules, defaultSettings)].length;
    const without = count();
    expect(count(letterRule()) - without).toBe(1);
    expect(count(blockRule()) - without).toBe(2);
    expect(count(toolRule()) - without).toBe(0);
  });
});
