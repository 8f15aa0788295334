// Rules that were renamed: whoever uses a former name in settings or suppressions notices nothing.
import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  askAbout,
  composeExample,
  lintLetter,
  readLetter,
  rules,
  suppressionFor,
  writeSuppressions,
} from '../../server/src/core/index';
import { loadWorkspaceSettings, withoutSuppressed } from '../../server/src/workspace/settings';
import { takeMarkers } from '../rules/markers';
import { memoryFiles } from './memory-files';

const renamed = rules.flatMap((rule) => (rule.aliases ?? []).map((former) => [former, rule.name, rule] as const));

it('lists the rules whose names are now spelled the American way', () => {
  const names = renamed.map(([former, name]) => [former, name]);
  expect(names).toContainEqual(['misspelt-label', 'misspelled-label']);
  expect(names).toContainEqual(['misspelt-drug', 'misspelled-drug']);
});

describe.each(renamed)('%s, now %s', (former, _, rule) => {
  it.each([
    ['a configuration', { '/letters/.imr.yaml': `rules: { ${former}: hint }` }, undefined],
    ['the settings of an editor', {}, { rules: { [former]: 'hint' } }],
  ])('is accepted in %s without a finding', async (_where, files, editor) => {
    const settings = await loadWorkspaceSettings(memoryFiles(files), '/letters/a.imr', { editor, root: '/' });
    expect(settings.rules.severityOf(rule)).toBe('hint');
    expect(settings.problems).toEqual([]);
  });

  it('is accepted in a file of suppressions', async () => {
    const [example] = rule.examples.bad;
    const { text } = takeMarkers(composeExample(example ?? {}));
    const { problems } = lintLetter(askAbout(readLetter(text, builtinForms), builtinLibrary), [rule]);
    const [problem] = problems;
    if (!problem) throw new Error('the example has no finding');
    const entry = { ...suppressionFor(problem, text, 'a.imr', 'It is quoted.'), rule: former };
    const files = { '/letters/.imr/suppressions.json': writeSuppressions([entry]) };
    const settings = await loadWorkspaceSettings(memoryFiles(files), '/letters/a.imr', { root: '/' });
    const { problems: left, fileProblems } = withoutSuppressed(settings, text, [problem]);
    expect(left).toEqual([]);
    expect(fileProblems).toEqual([]);
    expect(settings.problems).toEqual([]);
  });
});
