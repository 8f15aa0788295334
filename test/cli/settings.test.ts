// Configuration, suppressions and baselines, as the command line meets them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProjectFile } from '../project';
import { openDesk, type Run } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();

interface Reported {
  readonly path: string;
  readonly form: string | null;
  readonly problems: readonly { readonly code: string; readonly severity: string; readonly start: { line: number } }[];
}

const filesOf = ({ out }: Run): readonly Reported[] => JSON.parse(out).files;
const check = (...args: string[]): Run => desk.imr(['check', '--format', 'json', ...args]);

describe('the configuration', { timeout: 60_000 }, () => {
  it('nearest to a letter counts, and none with --no-config', () => {
    desk.write('config/.imr.yaml', 'rules: {missing-conclusion: warning}\n');
    desk.write('config/deep/a.txt', unconcludedLetter);
    desk.write('config/off/.imr.json', '{"extends": ["off"]}\n');
    desk.write('config/off/a.txt', unconcludedLetter);
    const severities = (...args: string[]) =>
      filesOf(check(...args)).map(({ problems }) => problems.find(({ code }) => code === 'IMR301')?.severity);
    expect(severities('config')).toEqual(['warning', undefined]);
    expect(severities('config', '--no-config')).toEqual(['error', 'error']);
    expect(severities('config', '--config', 'config/off/.imr.json')).toEqual([undefined, undefined]);
    expect(check('config').code).toBe(0);
  });

  it('counts for standard input at the place of its name', () => {
    desk.write('named/.imr.yaml', 'rules: {IMR301: off}\n');
    const run = (name: string) => desk.imr(['check', '-', '--stdin-filename', name], { input: unconcludedLetter });
    expect(run('named/draft.txt').code).toBe(0);
    expect(run('draft.txt').code).toBe(1);
  });

  it('leaves letters out', () => {
    desk.write('partly/.imr.yaml', 'files: ["in/**"]\nignore: ["in/old/**"]\n');
    for (const name of ['in/a.txt', 'in/old/b.txt', 'out/c.txt']) desk.write(`partly/${name}`, unconcludedLetter);
    expect(filesOf(check('partly')).map(({ path }) => path)).toEqual(['partly/in/a.txt']);
    const run = desk.imr(['check', 'partly/out/c.txt']);
    expect(run).toMatchObject({
      code: 0,
      err: 'partly/out/c.txt: left out by the configuration\nsettings from outside the folder checked: partly/.imr.yaml\n',
    });
  });

  it('is itself reported at its own lines, once for many letters', () => {
    desk.write('slips/.imr.yaml', 'rules:\n  missing-conclusoin: error\n');
    desk.write('slips/a.txt', soundLetter);
    desk.write('slips/b.txt', soundLetter);
    const own = filesOf(check('slips')).filter(({ form }) => form === null);
    expect(own).toMatchObject([{ path: 'slips/.imr.yaml', problems: [{ code: 'IMR903', start: { line: 1 } }] }]);
    expect(desk.imr(['check', 'slips']).out).toMatch(/^slips\/\.imr\.yaml:2:3 warning IMR903 /m);
    expect(JSON.parse(check('slips').out).summary).toMatchObject({ files: 2, warnings: 1 });
  });

  it('that cannot be read at all ends with 2, and the letters are checked', () => {
    desk.write('broken/.imr.yaml', 'rules: {a: b: c\n');
    desk.write('broken/a.txt', unconcludedLetter);
    const run = check('broken');
    expect(run.code).toBe(2);
    expect(filesOf(run).flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(
      expect.arrayContaining(['IMR301', 'IMR903']),
    );
    expect(check('broken/a.txt', '--config', 'missing.yaml').code).toBe(2);
  });

  it('chooses the form of letters, but not of one with the marks of another', () => {
    desk.write('formed/.imr.yaml', 'form: 2018\n');
    desk.write('formed/new.txt', soundLetter);
    desk.write('formed/old.txt', readProjectFile('samples/2014-letter.imr.txt'));
    expect(filesOf(check('formed')).map(({ form }) => form)).toEqual(['2018', '2014']);
    expect(desk.imr(['check', '--print-config', 'formed/new.txt']).out).toMatch(
      /^form +"2018" +formed\/\.imr\.yaml:1:7$/m,
    );
    expect(filesOf(check('formed', '--no-config')).map(({ form }) => form)).toEqual(['2015', '2014']);
    desk.write('formed/.imr.yaml', 'language: true\nform: 2081\n');
    expect(desk.imr(['check', 'formed']).out).toMatch(
      /^formed\/\.imr\.yaml:2:7 warning IMR903 "2081" is no known form/m,
    );
  });

  it('brings house packs', () => {
    desk.write('packs/.imr.yaml', 'packs: [house.yaml]\n');
    desk.write('packs/house.yaml', 'version: 1\nkind: drugs\ndrugs: [{id: 5}]\n');
    desk.write('packs/a.txt', soundLetter);
    const own = filesOf(check('packs')).filter(({ form }) => form === null);
    expect(own.map(({ path }) => path)).toEqual(['packs/house.yaml']);
  });

  it('is shown with where each value comes from', () => {
    desk.write('traced/.imr.yaml', 'extends: [strict]\nrules:\n  IMR301: hint\n');
    desk.write('traced/a.txt', soundLetter);
    const shown = desk.imr(['check', '--print-config', 'traced/a.txt']);
    expect(shown.code).toBe(0);
    expect(shown.out).toMatch(/^configuration {2}traced\/\.imr\.yaml$/m);
    expect(shown.out).toMatch(/^IMR301 severity +"hint" +traced\/\.imr\.yaml:3:11$/m);
    expect(shown.out).toMatch(/^IMR302 severity +"error" +strict /m);
    const { settings, checked } = JSON.parse(
      desk.imr(['check', '--format', 'json', '--print-config', 'traced/a.txt']).out,
    );
    expect(checked).toBe(true);
    expect(settings).toContainEqual({ setting: 'IMR301 severity', value: 'hint', from: 'traced/.imr.yaml:3:11' });
  });
});

describe('suppressions', { timeout: 60_000 }, () => {
  it('hide a finding for a reason, and SARIF tells', () => {
    desk.write('hidden/a.txt', unconcludedLetter);
    desk.imr(['check', '--write-baseline', 'hidden/list.json', 'hidden']);
    const list = readFileSync(join(desk.folder, 'hidden/list.json'), 'utf8').replaceAll(
      'in the baseline',
      'seen by QA',
    );
    desk.write('hidden/.imr/suppressions.json', list);
    expect(desk.imr(['check', 'hidden']).out).toBe('1 letter checked: nothing found\n');
    const log = JSON.parse(desk.imr(['check', '--format', 'sarif', 'hidden']).out);
    const result = log.runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'IMR301');
    expect(result.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'seen by QA' }]);
  });

  it('that hide nothing are reported', () => {
    desk.write('unused/a.txt', soundLetter);
    const entry = { rule: 'IMR301', item: 'x', text: '0', letter: 'a.txt', reason: 'old' };
    desk.write('unused/.imr/suppressions.json', JSON.stringify({ version: 1, suppressions: [entry] }));
    expect(desk.imr(['check', 'unused']).out).toMatch(/^unused\/\.imr\/suppressions\.json:1:\d+ warning IMR901 /m);
  });
});

describe('a baseline', { timeout: 60_000 }, () => {
  it('leaves old findings out, reports new ones and those that are gone, wherever lines move', () => {
    desk.write('old/a.txt', unconcludedLetter);
    const written = desk.imr(['check', '--write-baseline', 'baseline.json', 'old']);
    expect(written.code).toBe(0);
    expect(written.err).toMatch(/^baseline\.json: \d+ findings? written; --baseline baseline\.json leaves them out\n$/);
    const text = readFileSync(join(desk.folder, 'baseline.json'), 'utf8');
    expect(text).toContain('"letter":"old/a.txt"');
    expect(text).not.toContain(desk.folder);

    const against = () => desk.imr(['check', '--baseline', 'baseline.json', 'old']);
    expect(against()).toMatchObject({ code: 0, out: '1 letter checked: nothing found\n' });

    desk.write('old/a.txt', `\n\n${unconcludedLetter}`);
    expect(against().code).toBe(0);

    desk.write('old/a.txt', unconcludedLetter.replace('low back', 'low low back'));
    const changed = against();
    expect(changed.code).toBe(1);
    expect(changed.out).toMatch(/error IMR502/);
    expect(changed.out).not.toContain('IMR301');

    desk.write('old/a.txt', soundLetter);
    expect(against().out).toMatch(/^baseline\.json:\d+:\d+ warning IMR901 /m);
  });

  it('marks old findings in SARIF', () => {
    desk.write('sarif/a.txt', unconcludedLetter);
    desk.imr(['check', '--write-baseline', 'sarif.json', 'sarif']);
    const log = JSON.parse(desk.imr(['check', '--format', 'sarif', '--baseline', 'sarif.json', 'sarif']).out);
    const states = log.runs[0].results.map(({ baselineState }: { baselineState: string }) => baselineState);
    expect(new Set(states)).toEqual(new Set(['unchanged']));
  });

  it('that is not there is a mistake of the command line', () => {
    desk.write('a.txt', soundLetter);
    expect(desk.imr(['check', '--baseline', 'none.json', 'a.txt'])).toEqual({
      code: 2,
      out: '',
      err: 'imr: none.json: no such file; imr check --write-baseline none.json writes one\n',
    });
  });
});
