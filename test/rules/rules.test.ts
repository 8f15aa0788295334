import { describe, expect, it } from 'vitest';
// @ts-expect-error: a script of the build, without types.
import { registryPath, registryText, ruleFiles } from '../../scripts/rule-registry.mjs';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  applyEdits,
  askAbout,
  composeExample,
  type Example,
  lintLetter,
  type Problem,
  readLetter,
  rules,
} from '../../server/src/core/index';
import { settled } from '../answers';
import { language } from '../language';
import { readProjectFile } from '../project';
import { compareMarkers, takeMarkers } from './markers';

function check(text: string, only: string): readonly Problem[] {
  const ask = askAbout(readLetter(text, builtinForms), builtinLibrary);
  const { problems, failures } = lintLetter(
    ask,
    rules.filter((rule) => rule.code === only),
    undefined,
    language,
  );
  if (failures[0]) throw failures[0].error;
  return problems;
}

describe('the registry', () => {
  it('is checked in as `npm run docs` writes it', () => {
    expect(readProjectFile(registryPath)).toBe(registryText());
  });

  it('names each rule as its file, and no code twice', () => {
    expect(ruleFiles().map(({ name }: { name: string }) => name)).toEqual(rules.map(({ name }) => name));
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });
});

describe.each(
  rules.filter(({ scope }) => scope !== 'tool').map((rule) => [`${rule.code} ${rule.name}`, rule] as const),
)('%s', (_, rule) => {
  it.each(rule.examples.bad.map((example, i) => [i, example] as const))(
    'reports bad example %i where it is marked',
    (_i, example: Example) => {
      const { text, markers } = takeMarkers(composeExample(example));
      const problems = check(text, rule.code);
      for (const { message, help = 'None' } of problems)
        for (const words of [message, help]) expect(words, 'begins like no sentence').toMatch(/^["A-Z\d]/);
      expect(markers.length, 'the example marks nothing').toBeGreaterThan(0);
      const difference = compareMarkers(text, markers, problems);
      expect(difference, difference).toBe('');
    },
  );

  it.each(rule.examples.good.map((example, i) => [i, example] as const))(
    'finds nothing in good example %i',
    (_i, example: Example) => {
      expect(check(takeMarkers(composeExample(example)).text, rule.code)).toEqual([]);
    },
  );

  it('offers the fixes it states, each of which mends its finding and then offers nothing more', () => {
    const fixes = rule.examples.bad.flatMap((example) => {
      const { text } = takeMarkers(composeExample(example));
      return check(text, rule.code).flatMap((p) =>
        (p.fixes ?? []).slice(0, 1).map((fix) => ({ text, fix, before: check(text, rule.code).length })),
      );
    });
    expect(fixes.length > 0, `fix is ${rule.fix}`).toBe(rule.fix !== null);
    for (const { text, fix, before } of fixes) {
      expect(check(applyEdits(text, settled(fix.edits)), rule.code).length, fix.title).toBeLessThan(before);
    }
  });
});
