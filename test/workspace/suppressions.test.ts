import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  addSuppression,
  askAbout,
  composeExample,
  lintLetter,
  type Problem,
  readLetter,
  rules,
  suppressionFor,
  writeSuppressions,
} from '../../server/src/core/index';
import { switchOff } from '../../server/src/workspace/edit-config';
import { ignoreHere, ignoreInFolder } from '../../server/src/workspace/ignore-finding';
import { loadWorkspaceSettings, withoutSuppressed } from '../../server/src/workspace/settings';
import { memoryFiles } from './memory-files';

const summary = `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has has low back
pain and has taken Norco 10/325mg #60 for a month.She walks. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`;
const letter = composeExample({ summary });

function check(text: string): readonly Problem[] {
  const own = rules.filter(({ code }) => ['IMR502', 'IMR503'].includes(code));
  return lintLetter(askAbout(readLetter(text, builtinForms), builtinLibrary), own).problems;
}

const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);
const [doubled] = check(letter).filter(({ code }) => code === 'IMR502');
const load = (files: Record<string, string>, path = '/a/b/letter.txt') =>
  loadWorkspaceSettings(memoryFiles(files), path, { root: '/' });

async function visible(text: string, files: Record<string, string>, path?: string) {
  return withoutSuppressed(await load(files, path), text, check(text));
}

describe('a suppression', () => {
  if (!doubled) throw new Error('the letter has no doubled word');
  const entry = suppressionFor(doubled, letter, 'letter.txt', 'quoted from the record');
  const files = { '/a/b/.imr/suppressions.json': writeSuppressions([entry]) };

  it('hides its finding and no other', async () => {
    expect(codes(check(letter))).toEqual(['IMR502', 'IMR503']);
    const { problems, suppressed, fileProblems } = await visible(letter, files);
    expect(codes(problems)).toEqual(['IMR503']);
    expect(suppressed.map(({ suppression }) => suppression.reason)).toEqual(['quoted from the record']);
    expect(fileProblems).toEqual([]);
  });

  it('holds no place and no absolute path', () => {
    expect(Object.keys(entry).sort()).toEqual(['item', 'letter', 'reason', 'rule', 'text']);
    expect(JSON.stringify(entry)).not.toMatch(/"\/|"line"|"start"/);
  });

  it('holds when the letter is reflowed or changed elsewhere', async () => {
    const reflowed = letter.replace(/([a-z,]) (?=[a-z])/g, '$1\n');
    expect(codes((await visible(reflowed, files)).problems)).not.toContain('IMR502');
    expect(codes((await visible(letter.replace('44 year old', '45 year old'), files)).problems)).not.toContain(
      'IMR502',
    );
  });

  it('is found in a folder above, and by the name of its rule', async () => {
    const above = {
      '/a/.imr/suppressions.json': writeSuppressions([{ ...entry, rule: 'doubled-word', letter: 'b/letter.txt' }]),
    };
    const { problems, fileProblems } = await visible(letter, above);
    expect(codes(problems)).toEqual(['IMR503']);
    expect(fileProblems).toEqual([]);
  });

  it('is reported once its text has changed', async () => {
    const { problems, fileProblems } = await visible(letter.replace('has has', 'had had'), files);
    expect(codes(problems)).toEqual(['IMR503']);
    expect(fileProblems).toMatchObject([
      { path: '/a/b/.imr/suppressions.json', problem: { code: 'IMR901', severity: 'warning' } },
    ]);
  });

  it('is not reported by another letter, nor where its rule is off', async () => {
    expect((await visible('A letter.', files, '/a/b/other.txt')).fileProblems).toEqual([]);
    expect((await visible('A letter.', { ...files, '/a/b/.imr.yaml': 'rules: {IMR502: off}' })).fileProblems).toEqual(
      [],
    );
  });

  it('hides nothing without a reason, and is reported', async () => {
    const unreasoned = { '/a/b/.imr/suppressions.json': writeSuppressions([{ ...entry, reason: ' ' }]) };
    expect(codes((await visible(letter, unreasoned)).problems)).toEqual(['IMR502', 'IMR503']);
    expect((await load(unreasoned)).problems).toMatchObject([{ problem: { code: 'IMR902' } }]);
  });

  it.each([
    ['[]', 'a list'],
    ['{"version": 2, "suppressions": []}', 'another version'],
    ['{"version": 1, "suppressions": [{}]}', 'an entry without anything'],
    ['{"version": 1, "suppressions": [{"rule": "IMR5O2", "text": "0", "reason": "x"}]}', 'an unknown rule'],
    ['{"version": 1,', 'no JSON'],
  ])('%s is reported: %s', async (text) => {
    const { problems } = await load({ '/a/b/.imr/suppressions.json': text });
    expect(problems.map(({ problem }) => problem.code)).toContain('IMR903');
  });
});

describe('ignoring a finding', () => {
  if (!doubled) throw new Error('the letter has no doubled word');

  it('writes an entry with the reason into a new file beside the letter', async () => {
    const files = memoryFiles({});
    const content = await ignoreHere(files, await load({}), letter, doubled, 'a quotation');
    expect(content).toMatchObject({ path: '/a/b/.imr/suppressions.json', before: '' });
    const { problems, suppressed } = await visible(letter, { [content?.path ?? '']: content?.text ?? '' });
    expect(codes(problems)).toEqual(['IMR503']);
    expect(suppressed).toHaveLength(1);
  });

  it('adds to the file above, once', async () => {
    const above = {
      '/a/.imr/suppressions.json': writeSuppressions([
        { rule: 'IMR503', item: null, text: '0', letter: 'x.txt', reason: 'y' },
      ]),
    };
    const once = await ignoreHere(memoryFiles(above), await load(above), letter, doubled, 'first');
    expect(once).toMatchObject({ path: '/a/.imr/suppressions.json', before: above['/a/.imr/suppressions.json'] });
    const again = addSuppression(once?.text ?? '', suppressionFor(doubled, letter, 'b/letter.txt', 'second'));
    const entries = JSON.parse(again ?? '').suppressions;
    expect(entries.map(({ reason }: { reason: string }) => reason)).toEqual(['y', 'second']);
  });

  it.each(['{"version": 1,', '[]', '{"suppressions": [null]}', 'null'])(
    'never overwrites a broken file: %s',
    async (text) => {
      const files = { '/a/b/.imr/suppressions.json': text };
      expect(await ignoreHere(memoryFiles(files), await load(files), letter, doubled, 'x')).toBeUndefined();
    },
  );

  const rule = rules.find(({ code }) => code === 'IMR502');
  if (!rule) throw new Error('no IMR502');

  it('switches the rule off in this folder, on top of the configuration above', async () => {
    const files = { '/a/.imr.yaml': 'rules: {run-on: hint}' };
    const content = await ignoreInFolder(memoryFiles(files), await load(files), rule);
    expect(content?.path).toBe('/a/b/.imr.yaml');
    const settings = await load({ ...files, [content?.path ?? '']: content?.text ?? '' });
    expect(settings.problems).toEqual([]);
    expect([
      settings.rules.severityOf(rule),
      settings.trace.find(({ setting }) => setting === 'IMR503 severity')?.value,
    ]).toEqual([null, 'hint']);
  });

  it.each([
    ['', 'rules:\n  doubled-word: off\n'],
    ['# ours\nextends: [strict]\n', '# ours\nextends: [ strict ]\nrules:\n  doubled-word: off\n'],
    ['rules:\n  # why\n  run-on: hint # because\n', 'rules:\n  # why\n  run-on: hint # because\n  doubled-word: off\n'],
    ['rules:\n  IMR502: hint\n', 'rules:\n  IMR502: off\n'],
    ['rules:\n', 'rules:\n  doubled-word: off\n'],
    ['{"rules": {"run-on": "hint"}}', '{\n  "rules": {\n    "run-on": "hint",\n    "doubled-word": "off"\n  }\n}\n'],
    ['rules: [', undefined],
    ['- a', undefined],
    ['rules: [a]', undefined],
  ])('keeps what a configuration holds: %j', (before, after) => {
    expect(switchOff(before, rule)).toBe(after);
  });
});
