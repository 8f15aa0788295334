import { describe, expect, it } from 'vitest';
import { applyEdits, type Example, rules } from '../../server/src/core/index';
import type { FileProblem } from '../../server/src/workspace/file-problem';
import { loadWorkspaceSettings, withoutSuppressed } from '../../server/src/workspace/settings';
import { memoryFiles } from '../workspace/memory-files';
import { takeMarkers } from './markers';

/** What is found in a file of ours; the letter beside it, `letter.txt`, has no findings. */
async function check(path: string, text: string): Promise<readonly FileProblem[]> {
  const settings = await loadWorkspaceSettings(memoryFiles({ [path]: text }), '/letter.txt', { root: '/' });
  return [...settings.problems, ...withoutSuppressed(settings, 'A letter.', []).fileProblems];
}

const toolRules = rules.filter(({ scope }) => scope === 'tool');

describe.each(toolRules.map((rule) => [`${rule.code} ${rule.name}`, rule] as const))('%s', (_, rule) => {
  const path = rule.name === 'configuration' ? '/.imr.yaml' : '/.imr/suppressions.json';
  const whole = ({ whole: text }: Example) => takeMarkers(text ?? '');

  it('is found where the bad examples mark it', async () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    for (const example of rule.examples.bad) {
      const { text, markers } = whole(example);
      const found = await check(path, text);
      expect(found.map(({ problem }) => [problem.code, problem.span])).toEqual(
        markers.map(({ start, end }) => [rule.code, { start, end }]),
      );
    }
  });

  it('is not found in the good examples', async () => {
    for (const example of rule.examples.good) expect(await check(path, whole(example).text)).toEqual([]);
  });

  it('offers the fixes it states, which mend', async () => {
    const fixes = await Promise.all(
      rule.examples.bad.map(async (example) => {
        const { text } = whole(example);
        const edits = (await check(path, text)).flatMap(({ problem }) => problem.fixes?.[0]?.edits ?? []);
        if (edits.length > 0) expect(await check(path, applyEdits(text, edits))).toEqual([]);
        return edits.length;
      }),
    );
    expect(fixes.some((count) => count > 0)).toBe(rule.fix !== null);
  });
});
