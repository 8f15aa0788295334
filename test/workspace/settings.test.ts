import { describe, expect, it } from 'vitest';
import { type Rule, rules } from '../../server/src/core/index';
import { createSettingsLoader, loadWorkspaceSettings } from '../../server/src/workspace/settings';
import { memoryFiles } from './memory-files';

const rule = (code: string): Rule => {
  const found = rules.find((each) => each.code === code);
  if (!found) throw new Error(`no rule ${code}`);
  return found;
};

/** The whole file system of a path. */
const rootOf = (path: string) => /^[a-z-]+:\/\/[^/]*\/|^\//.exec(path)?.[0] ?? path;

const load = (files: Record<string, string>, editor?: unknown, path = '/work place/letters/a.txt') =>
  loadWorkspaceSettings(memoryFiles(files), path, { editor, root: rootOf(path) });

const severities = async (files: Record<string, string>, codes: string[], editor?: unknown) => {
  const settings = await load(files, editor);
  return codes.map((code) => settings.rules.severityOf(rule(code)));
};

/** What is marked, and what is said about it. */
const findings = async (files: Record<string, string>, editor?: unknown) =>
  (await load(files, editor)).problems.map(({ path, source, problem }) => ({
    path,
    code: problem.code,
    marked: source.text.slice(problem.span.start, problem.span.end),
    message: problem.message,
    fix: problem.fixes?.[0]?.edits[0]?.newText,
  }));

describe('layers', () => {
  it('is the catalog without any configuration', async () => {
    expect(await severities({}, ['IMR301', 'IMR503', 'IMR304'])).toEqual(['error', 'warning', 'information']);
  });

  it('lets editor settings overrule the catalog, and a configuration the editor', async () => {
    const editor = { rules: { IMR503: 'hint', 'doubled-word': 'warning' } };
    expect(
      await severities({ '/work place/.imr.yaml': 'rules: {run-on: error}' }, ['IMR503', 'IMR502'], editor),
    ).toEqual(['error', 'warning']);
  });

  it('takes the nearest configuration only', async () => {
    const files = {
      '/.imr.yaml': 'rules: {run-on: error}',
      '/work place/letters/.imr.json': '{"rules": {"IMR502": "hint"}}',
    };
    expect(await severities(files, ['IMR503', 'IMR502'])).toEqual(['warning', 'hint']);
  });

  it('names the form of the letters, the nearest file first', async () => {
    const config = '/work place/.imr.yaml';
    const chosen = async (files: Record<string, string>) => {
      const { forms, trace } = await load(files);
      return [forms.chosen?.id, trace.find(({ setting }) => setting === 'form')?.from];
    };
    expect(await chosen({})).toEqual([undefined, undefined]);
    expect(await chosen({ [config]: 'form: 2018\n' })).toEqual(['2018', config]);
    const base = { '/work place/base.yaml': 'form: "2014"\n' };
    expect(await chosen({ ...base, [config]: 'extends: ./base.yaml\n' })).toEqual(['2014', '/work place/base.yaml']);
    expect(await chosen({ ...base, [config]: 'extends: ./base.yaml\nform: 2018\n' })).toEqual(['2018', config]);
    expect(await chosen({ [config]: 'form: 2019\n' })).toEqual([undefined, undefined]);
  });

  it('extends presets and other files in their order, and overrules them', async () => {
    const files = {
      '/work place/.imr.yaml': 'extends: [off, ./team/base.yaml]\nrules:\n  IMR502: warning\n',
      '/work place/team/base.yaml': 'extends: ../more.yaml\nrules:\n  IMR502: hint\n  IMR503: error\n',
      '/work place/more.yaml': 'rules:\n  IMR501: information\n  IMR503: hint\n',
    };
    expect(await severities(files, ['IMR501', 'IMR502', 'IMR503', 'IMR301'])).toEqual([
      'information',
      'warning',
      'error',
      null,
    ]);
  });

  it('is one step louder under strict', async () => {
    const files = { '/work place/.imr.yaml': 'extends: strict' };
    expect(await severities(files, ['IMR301', 'IMR503', 'IMR304'])).toEqual(['error', 'error', 'warning']);
  });

  it('reads the parent folders of a URI', async () => {
    const files = {
      'vscode-vfs://github/a%20b/.imr.yaml': 'extends: "./my base.yaml"',
      'vscode-vfs://github/a%20b/my%20base.yaml': 'rules: {run-on: off}',
    };
    const settings = await load(files, undefined, 'vscode-vfs://github/a%20b/c/d.txt');
    expect(settings.configPath).toBe('vscode-vfs://github/a%20b/.imr.yaml');
    expect(settings.rules.severityOf(rule('IMR503'))).toBeNull();
    expect(settings.problems).toEqual([]);
  });

  it('can be told which configuration, or none', async () => {
    const loader = createSettingsLoader(
      memoryFiles({ '/.imr.yaml': 'rules: {run-on: off}', '/b.yaml': 'rules: {run-on: hint}' }),
    );
    const severity = async (path?: string | null) => {
      const config = typeof path === 'string' ? { path, root: '/' } : path;
      const options = { root: '/', ...(config !== undefined && { config }) };
      return (await loader.load('/a.txt', options)).rules.severityOf(rule('IMR503'));
    };
    expect([await severity(), await severity('/b.yaml'), await severity(null)]).toEqual([null, 'hint', 'warning']);
  });

  it('reads each file once until it forgets', async () => {
    const files = memoryFiles({ '/.imr.yaml': 'rules: {run-on: off}' });
    const loader = createSettingsLoader(files);
    await loader.load('/a.txt', { root: '/' });
    const once = files.reads.length;
    await loader.load('/b.txt', { root: '/' });
    expect(files.reads.length).toBe(once);
    loader.forget();
    await loader.load('/a.txt', { root: '/' });
    expect(files.reads.length).toBe(2 * once);
  });

  it('resolves them once for the letters of a folder, which may still differ in being left out', async () => {
    const files = { '/.imr.yaml': 'ignore: [b.txt]', '/old/.imr.yaml': 'rules: {run-on: off}' };
    const loader = createSettingsLoader(memoryFiles(files));
    const [a, b, old] = await Promise.all(
      ['/a.txt', '/b.txt', '/old/a.txt'].map((path) => loader.load(path, { root: '/' })),
    );
    expect(b?.rules).toBe(a?.rules);
    expect([a?.isIncluded, b?.isIncluded]).toEqual([true, false]);
    expect([a, b, old].map((settings) => settings?.letterPath)).toEqual(['/a.txt', '/b.txt', '/old/a.txt']);
    expect([a, old].map((settings) => settings?.rules.severityOf(rule('IMR503')))).toEqual(['warning', null]);
    loader.forget();
    expect((await loader.load('/a.txt', { root: '/' })).rules).not.toBe(a?.rules);
  });
});

describe('the trace', () => {
  it('names the origin of every value, with its place', async () => {
    const text = 'extends: [strict]\nrules:\n  run-on: {severity: hint}\n';
    const { trace } = await load({ '/work place/.imr.yaml': text }, { rules: { IMR502: 'hint' } });
    expect(trace.find(({ setting }) => setting === 'IMR503 severity')).toMatchObject({
      value: 'hint',
      from: '/work place/.imr.yaml',
      pointer: '/rules/run-on',
      span: { start: text.indexOf('{sev'), end: text.indexOf('}') + 1 },
    });
    expect(trace.find(({ setting }) => setting === 'IMR502 severity')).toMatchObject({
      value: 'error',
      from: 'strict (/work place/.imr.yaml)',
    });
    expect(new Set(trace.map(({ setting }) => setting)).size).toBe(trace.length);
    expect(trace.filter(({ setting }) => setting.endsWith(' severity'))).toHaveLength(rules.length);
  });
});

describe('findings in a configuration', () => {
  const config = '/work place/.imr.yaml';

  it.each([
    ['an unknown key', 'rule: {}\n', 'rule', 'rules'],
    ['an unknown rule by name', 'rules:\n  doubled-wrod: off\n', 'doubled-wrod', 'doubled-word'],
    ['an unknown rule by code', 'rules:\n  IMR5O2: off\n', 'IMR5O2', 'IMR502'],
    ['a quoted rule', 'rules:\n  "doubled-wrod": off\n', '"doubled-wrod"', '"doubled-word"'],
    ['an unknown severity', 'rules:\n  IMR502: warn\n', 'warn', 'warning'],
    ['a severity that is none', 'rules:\n  IMR502: 3\n', '3', undefined],
    ['a false one', 'rules:\n  IMR502: false\n', 'false', 'off'],
    ['an unknown option', 'rules:\n  IMR502: {severty: off}\n', 'severty', 'severity'],
    ['an unknown preset', 'extends: [recomended]\n', 'recomended', 'recommended'],
    ['an unknown form', 'extends: recommended\nform: 2019\n', '2019', undefined],
    ['a list that is none', 'ignore: 7\n', '7', undefined],
    ['an entry that is no text', 'ignore: [a, {}]\n', '{}', undefined],
    ['rules that are a list', 'rules: [IMR502]\n', '[IMR502]', undefined],
    ['the same rule twice', 'rules:\n  IMR502: off\n  doubled-word: hint\n', 'doubled-word', undefined],
    ['a missing file', 'extends: [./none.yaml]\n', './none.yaml', undefined],
    ['a circle', 'extends: [./.imr.yaml]\n', './.imr.yaml', undefined],
    ['a missing pack', 'packs: [./none.yaml]\n', './none.yaml', undefined],
    ['a file that is a list', '- IMR502\n', '- IMR502\n', undefined],
  ])('%s is found at its place', async (_, text, marked, fix) => {
    const found = await findings({ [config]: text });
    expect(found).toMatchObject([{ path: config, code: 'IMR903', marked, fix }]);
  });

  it('of broken YAML is an error, and the file counts for nothing', async () => {
    const settings = await load({ [config]: 'rules: {run-on: off\n' });
    expect(settings.problems.map(({ isFatal, problem }) => [isFatal, problem.code, problem.severity])).toContainEqual([
      true,
      'IMR903',
      'error',
    ]);
    expect(settings.rules.severityOf(rule('IMR503'))).toBe('warning');
  });

  it('of a file that cannot be read names it', async () => {
    const { problems } = await loadWorkspaceSettings(memoryFiles({}, ['/.imr.yaml']), '/a.txt', { root: '/' });
    expect(problems).toMatchObject(
      [{ path: '/.imr.yaml', isFatal: true, problem: { message: /permission denied/ } }].map(() => ({
        path: '/.imr.yaml',
        isFatal: true,
      })),
    );
    expect(problems[0]?.problem.message).toMatch(/permission denied/);
  });

  it('in editor settings are found too', async () => {
    expect(await findings({}, { rules: { 'doubled-wrod': 'off' } })).toMatchObject([{ path: '', code: 'IMR903' }]);
  });

  it('survive anything', async () => {
    for (const text of [
      '',
      '\u0000',
      '[',
      'a: *b',
      '&a [*a, *a]',
      'rules:\n\t- x',
      '? [1]: 2',
      'rules: {? {a: b} : off}',
      '{"rules":',
      '--- a\n--- b',
    ]) {
      await load({ [config]: text });
    }
  });
});

describe('packs', () => {
  const pack =
    'version: 1\nkind: phrases\nphrases:\n  - id: house-slip\n    use: slip\n    pattern: foo bar baz\n    why: "it is no English"\n    example: {bad: foo bar baz}\n';

  it('of a team join the library, relative to the file that names them', async () => {
    const { library, problems } = await load({
      '/work place/.imr.yaml': 'packs: [./packs/house.yaml]',
      '/work place/packs/house.yaml': pack,
    });
    expect(problems).toEqual([]);
    expect(library.phrases('slip').some(({ id }) => id === 'house-slip')).toBe(true);
  });

  it('that are broken are found at their own line, and the rest loads', async () => {
    const broken = `${pack}  - id: broken\n    use: slap\n    pattern: x\n`;
    const files = { '/work place/.imr.yaml': 'packs: [./house.yaml]', '/work place/house.yaml': broken };
    const { library } = await load(files);
    expect(library.phrases('slip').some(({ id }) => id === 'house-slip')).toBe(true);
    const found = await findings(files);
    expect(found.length).toBeGreaterThan(0);
    for (const { path, code, marked } of found) {
      expect([path, code]).toEqual(['/work place/house.yaml', 'IMR903']);
      expect(broken.indexOf(marked)).toBeGreaterThanOrEqual(pack.length);
    }
  });
});

describe('files and ignore', () => {
  const included = async (config: string, path: string) =>
    (await load({ '/work place/.imr.yaml': config }, undefined, `/work place/${path}`)).isIncluded;

  it('are patterns relative to the configuration', async () => {
    const config = 'files: ["letters/**/*.txt"]\nignore: ["**/archive/**", "draft*"]\n';
    expect(await included(config, 'letters/a.txt')).toBe(true);
    expect(await included(config, 'letters/b/c.txt')).toBe(true);
    expect(await included(config, 'other/a.txt')).toBe(false);
    expect(await included(config, 'letters/archive/a.txt')).toBe(false);
    expect(await included(config, 'letters/draft 2.txt')).toBe(false);
  });

  it('leave nothing out where they say nothing', async () => {
    expect(await included('', 'a.txt')).toBe(true);
  });
});
