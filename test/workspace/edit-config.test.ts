import { describe, expect, it } from 'vitest';
import { addWord } from '../../server/src/workspace/edit-config';
import { changeFolderConfig } from '../../server/src/workspace/folder-config';
import { loadWorkspaceSettings } from '../../server/src/workspace/settings';
import { memoryFiles } from './memory-files';

describe('a word more in a configuration', () => {
  it.each([
    ['', 'words:\n  - Bakk\n'],
    ['words:\n', 'words:\n  - Bakk\n'],
    ['# ours\nrules:\n  run-on: hint # why\n', '# ours\nrules:\n  run-on: hint # why\nwords:\n  - Bakk\n'],
    ['words:\n  # a brace\n  - Spinolator # spoken\n', 'words:\n  # a brace\n  - Spinolator # spoken\n  - Bakk\n'],
    ['words: [Spinolator]\nlanguage: true\n', 'words: [ Spinolator, Bakk ]\nlanguage: true\n'],
    ['{"words": ["a"], "rules": {}}', '{\n  "words": [\n    "a",\n    "Bakk"\n  ],\n  "rules": {}\n}\n'],
    ['words:\n  - bakk\n', 'words:\n  - bakk\n'],
    ['words: [', undefined],
    ['- a', undefined],
    ['words: {a: b}', undefined],
  ])('keeps what it holds: %j', (before, after) => {
    expect(addWord(before, 'Bakk')).toBe(after);
  });

  it('is written as text, whatever YAML would read in it', () => {
    expect(addWord('', 'true')).toBe('words:\n  - "true"\n');
  });

  it('counts beside the words of the configuration above, which a new file extends', async () => {
    const above = { '/a/.imr.yaml': 'words: [Spinolator]\n' };
    const load = (files: Record<string, string>) =>
      loadWorkspaceSettings(memoryFiles(files), '/a/b/letter.txt', { root: '/a' });
    const content = await changeFolderConfig(memoryFiles(above), await load(above), (text) => addWord(text, 'Bakk'));
    expect(content).toMatchObject({ path: '/a/b/.imr.yaml', before: '' });
    const { rules, problems } = await load({ ...above, '/a/b/.imr.yaml': content?.text ?? '' });
    expect([...(rules.words ?? [])]).toEqual(['spinolator', 'bakk']);
    expect(problems).toEqual([]);
  });
});
