// Configurations, packs and suppressions that reach out, or that cost more than they should.
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/index';
import { parseData } from '../../server/src/workspace/parse-data';
import { loadWorkspaceSettings } from '../../server/src/workspace/settings';
import { memoryFiles } from './memory-files';

const config = '/ws/.imr.yaml';
const pack = 'version: 1\nkind: phrases\nphrases: []\n';

async function load(files: Record<string, string>, letter = '/ws/letters/a.txt', root = '/ws') {
  const memory = memoryFiles(files);
  const settings = await loadWorkspaceSettings(memory, letter, { root });
  const problems = settings.problems.map(({ path, problem, source, isFatal }) => ({
    path,
    isFatal,
    code: problem.code,
    marked: source.text.slice(problem.span.start, problem.span.end),
    message: problem.message,
  }));
  return { settings, problems, reads: memory.reads };
}

const severityOf = async (files: Record<string, string>, code: string) => {
  const rule = rules.find((each) => each.code === code);
  return rule && (await load(files)).settings.rules.severityOf(rule);
};

describe('what a configuration names outside of its root', () => {
  const outside = [
    'https://example.org/x.yaml',
    'vscode-vfs://github/x.yaml',
    'file://host/share/x.yaml',
    '\\\\server\\share\\x.yaml',
    '//server/share/x.yaml',
    '../../../../etc/passwd',
    '/dev/zero',
  ];

  it.each(outside)('%s is neither read as a pack nor extended, and is reported at its line', async (written) => {
    for (const key of ['packs', 'extends']) {
      // It is there, so that only the refusal keeps it from being read.
      const text = `rules: {run-on: hint}\n${key}: ["x/y.yaml", ${JSON.stringify(written)}]\n`;
      const files = { [config]: text, '/ws/x/y.yaml': key === 'packs' ? pack : '', '/etc/passwd': pack };
      const { problems, reads } = await load(files);
      expect(problems).toEqual([
        {
          path: config,
          isFatal: true,
          code: 'IMR903',
          marked: JSON.stringify(written),
          message: expect.stringMatching(/ is not read: it is (?:on another|in another|outside)/),
        },
      ]);
      expect(reads.filter((path) => !path.startsWith('/ws/'))).toEqual([]);
    }
  });

  it('is refused in a file that is extended as well', async () => {
    const files = { [config]: 'extends: ./a/b.yaml', '/ws/a/b.yaml': 'extends: ../../c.yaml', '/c.yaml': 'rules: {}' };
    const { problems, reads } = await load(files);
    expect(problems).toMatchObject([{ path: '/ws/a/b.yaml', code: 'IMR903', marked: '../../c.yaml' }]);
    expect(reads).not.toContain('/c.yaml');
  });
});

describe('the search', () => {
  const above = { '/.imr.yaml': 'extends: ["off"]', '/.imr/suppressions.json': '{"version": 1, "suppressions": []}' };

  it('ends at the root', async () => {
    const { settings, reads } = await load(above);
    expect([settings.configPath, settings.suppressions]).toEqual([null, undefined]);
    expect(reads).toEqual(
      ['/ws/letters', '/ws']
        .flatMap((folder) => [`${folder}/.imr.yaml`, `${folder}/.imr.json`])
        .concat(['/ws/letters', '/ws'].map((folder) => `${folder}/.imr/suppressions.json`)),
    );
  });

  it('reads nothing for a text that is not in its root', async () => {
    expect((await load(above, 'untitled:Untitled-1', 'untitled:Untitled-1')).reads).toEqual([]);
    expect((await load(above, '/other/a.txt', '/ws')).reads).toEqual([]);
  });
});

describe('files that others extend', () => {
  /** Each of `depth` files extends both of the next level. */
  const diamonds = (depth: number): Record<string, string> => {
    const files: Record<string, string> = { [config]: 'extends: [./0a.yaml, ./0b.yaml]' };
    for (let i = 0; i < depth; i++) {
      for (const side of ['a', 'b']) {
        const next = i + 1 < depth ? `extends: [./${i + 1}a.yaml, ./${i + 1}b.yaml]` : 'rules: {run-on: hint}';
        files[`/ws/${i}${side}.yaml`] = next;
      }
    }
    return files;
  };

  it('are read once each, in whatever number of ways they are reached', async () => {
    const files = diamonds(20);
    const { reads, problems, settings } = await load(files);
    expect(reads.filter((path) => path in files).sort()).toEqual([config, ...Object.keys(files)].sort());
    expect(problems).toEqual([]);
    expect(settings.settingsPaths).toHaveLength(Object.keys(files).length);
  });

  it('count once, below all that build upon them', async () => {
    const files = {
      [config]: 'extends: [./a.yaml, ./b.yaml]',
      '/ws/a.yaml': 'extends: ./base.yaml\nrules: {run-on: error}',
      '/ws/b.yaml': 'extends: ./base.yaml',
      '/ws/base.yaml': 'rules: {run-on: hint}',
    };
    expect(await severityOf(files, 'IMR503')).toBe('error');
  });

  it('are reported once where they go round in a circle', async () => {
    const files = {
      [config]: 'extends: [./a.yaml, ./b.yaml]',
      '/ws/a.yaml': 'extends: ./c.yaml',
      '/ws/b.yaml': 'extends: ./c.yaml',
      '/ws/c.yaml': 'extends: ./a.yaml',
    };
    const { problems } = await load(files);
    expect(problems).toMatchObject(
      [{ path: '/ws/c.yaml', marked: './a.yaml', message: /a circle/ }].map(({ message, ...rest }) => ({
        ...rest,
        message: expect.stringMatching(message),
      })),
    );
  });
});

describe('many problems in one file', () => {
  const unknown = (count: number, indent = '') =>
    Array.from({ length: count }, (_, i) => `${indent}unknown-key-${i}: x\n`).join('');

  it.each([
    ['keys', config, unknown(10_000)],
    ['rules', config, `rules:\n${unknown(10_000, '  ')}`],
    ['packs', config, `packs:\n${Array.from({ length: 10_000 }, (_, i) => `  - /x${i}.yaml\n`).join('')}`],
    ['extensions', config, `extends:\n${Array.from({ length: 10_000 }, (_, i) => `  - /x${i}.yaml\n`).join('')}`],
    [
      'suppressions',
      '/ws/.imr/suppressions.json',
      `{"version": 1, "suppressions": [${Array.from({ length: 10_000 }, () => '{"rule": "x", "text": "0"}').join(',\n')}]}`,
    ],
  ])(
    'the first 100 %s are told at their places, and one line counts the rest',
    async (_, path, text) => {
      const { problems } = await load({ [path]: text });
      expect(problems).toHaveLength(101);
      expect(problems[100]?.message).toMatch(/^9,?90\d more problems in this file are not listed\.$/);
      expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['IMR903']));
      expect(problems[99]?.marked).not.toBe('');
      // As long as a search for each key and a comparison with each other key would take minutes.
    },
    15_000,
  );

  it('of a pack are told in the same way', async () => {
    const drugs = `version: 1\nkind: drugs\ndrugs:\n${Array.from({ length: 1000 }, (_, i) => `  - {id: ${i}}\n`).join('')}`;
    const { problems } = await load({ [config]: 'packs: [./house.yaml]', '/ws/house.yaml': drugs });
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({
      path: '/ws/house.yaml',
      message: expect.stringMatching(/^\d+ more problems/),
    });
  });
});

describe('a large file', () => {
  const large = `${pack}#${'x'.repeat(6 * 1024 * 1024)}`;

  it('is refused as a pack by its size', async () => {
    const { problems } = await load({ [config]: 'packs: [./house.yaml]', '/ws/house.yaml': large });
    expect(problems).toMatchObject([
      {
        path: config,
        marked: './house.yaml',
        message: 'The pack "./house.yaml" is not read: it is larger than 4 MiB.',
      },
    ]);
  });

  it('is refused as a configuration that is extended', async () => {
    const { problems } = await load({ [config]: 'extends: ./base.yaml', '/ws/base.yaml': large });
    expect(problems).toMatchObject([{ path: config, message: '"./base.yaml" is not read: it is larger than 4 MiB.' }]);
  });
});

describe('a file that would cost without bounds', () => {
  it.each([
    ['brackets', '['.repeat(50_000)],
    ['closed brackets', `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['maps in maps', '{a: '.repeat(20_000)],
    ['lists in lists', `${'- '.repeat(20_000)}x`],
    ['keys of keys', `${'? '.repeat(20_000)}x`],
    ['a few keys of keys', `${'? '.repeat(90)}x`],
    ['aliases', `a: &a x\nb: [${'*a, '.repeat(20_000)}]`],
  ])('such as %s is broken, at once', (_, text) => {
    const { content, errors } = parseData('x.yaml', text);
    expect(content).toBeUndefined();
    expect(errors.length).toBeGreaterThan(0);
  });

  it('is not one that holds what files hold', () => {
    const text = `${'# [[[[ not counted where they close ]]]]\n'.repeat(500)}a: &x [1, [2, [3]]]\nb: *x\n? c\n: d\n`;
    expect(parseData('x.yaml', text)).toMatchObject({
      content: { a: [1, [2, [3]]], b: [1, [2, [3]]], c: 'd' },
      errors: [],
    });
  });

  it('finds a repeated key at its place, in maps at any depth', () => {
    const text = 'a: {b: 1, c: 2, b: 3}\nb: 1\na: 2\n';
    const { errors } = parseData('x.yaml', text);
    expect(errors.map(({ span }) => span.start)).toEqual([text.lastIndexOf('a: 2'), text.lastIndexOf('b: 3')]);
  });
});
