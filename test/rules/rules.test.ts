import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
import { root } from '../project';
import { agrees, takeMarkers } from './markers';

function check(text: string, only: string): readonly Problem[] {
  const ask = askAbout(readLetter(text, builtinForms), builtinLibrary);
  const { problems, failures } = lintLetter(
    ask,
    rules.filter((rule) => rule.code === only),
  );
  if (failures[0]) throw failures[0].error;
  return problems;
}

describe('the registry', () => {
  it('lists every rule file once, in the order of codes', () => {
    const folder = join(root, 'server/src/core/rules');
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((group) =>
        readdirSync(join(folder, group.name)).filter((name) => name.endsWith('.ts') && !name.startsWith('_')),
      )
      .map((name) => name.replace(/\.ts$/, ''));
    expect(rules.map((rule) => rule.name).sort()).toEqual(files.sort());
    expect(rules.map((rule) => rule.code)).toEqual(rules.map((rule) => rule.code).toSorted());
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
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
      expect(markers.length, 'the example marks nothing').toBeGreaterThan(0);
      const shown = problems.map((p) => ({
        start: p.span.start,
        end: p.span.end,
        text: text.slice(p.span.start, p.span.end),
        message: p.message,
      }));
      expect(problems.length, JSON.stringify({ shown, markers }, null, 1)).toBe(markers.length);
      for (const marker of markers)
        expect(
          problems.some((p) => agrees(marker, p.span)),
          JSON.stringify({ shown, marker }, null, 1),
        ).toBe(true);
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
