// The pre-commit hook and the GitHub Action: both files parse, and what they run is run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readArguments } from '../../server/src/cli/arguments';
import { readProjectFile } from '../project';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();

describe('the pre-commit hook', () => {
  const hooks = parse(readProjectFile('.pre-commit-hooks.yaml'));

  it('runs a command line that is understood over letters', () => {
    expect(hooks).toHaveLength(1);
    const { id, entry, language, files } = hooks[0];
    expect([id, language]).toEqual(['imr-check', 'node']);
    expect(JSON.parse(readProjectFile('package.json')).bin).toHaveProperty('imr');
    expect(entry).toMatch(/^imr /);
    expect(readArguments([...entry.split(' ').slice(1), 'a.imr', 'b.imr.txt']).kind).toBe('run');
    const names = ['a.imr', 'letters/b.imr.txt', 'notes.txt', 'a.imr.yaml', '.imr/suppressions.json'];
    expect(names.filter((name) => new RegExp(files).test(name))).toEqual(['a.imr', 'letters/b.imr.txt']);
  });

  it('is what the documentation names, with options that are understood', () => {
    const page = readProjectFile('docs/pipelines.md');
    const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => parse(block ?? ''));
    expect(blocks[0].repos[0].hooks[0].id).toBe(hooks[0].id);
    expect(blocks[1][0].id).toBe(hooks[0].id);
    expect(readArguments(['check', ...blocks[1][0].args, 'a.txt']).kind).toBe('run');
  });
});

describe('the GitHub Action', () => {
  const action = parse(readProjectFile('action.yml'));
  const steps: { run?: string; uses?: string; id?: string; env?: object; with?: Record<string, string> }[] =
    action.runs.steps;
  const check = steps.find(({ id }) => id === 'check');

  const run = (path: string, failOn = action.inputs['fail-on'].default) => {
    const temp = join(dirname(desk.cli), 'temp');
    mkdirSync(temp, { recursive: true });
    const output = join(temp, 'output');
    writeFileSync(output, '');
    // As GitHub runs `shell: bash`.
    const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', check?.run ?? ''], {
      cwd: desk.folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        GITHUB_ACTION_PATH: dirname(dirname(desk.cli)),
        GITHUB_OUTPUT: output,
        RUNNER_TEMP: temp,
        IMR_PATH: path,
        IMR_FAIL_ON: failOn,
      },
    });
    const results = () => JSON.parse(readFileSync(join(temp, 'imr.sarif'), 'utf8')).runs[0].results;
    return { status, stderr, code: readFileSync(output, 'utf8').trim(), results };
  };

  it('is composite, sets up Node, and uploads what it wrote', () => {
    expect(action.runs.using).toBe('composite');
    expect(steps.flatMap(({ uses = [] }) => uses)).toEqual([
      expect.stringMatching(/^actions\/setup-node@v\d+$/),
      expect.stringMatching(/^github\/codeql-action\/upload-sarif@v\d+$/),
    ]);
    const upload = steps.find(({ uses }) => uses?.includes('upload-sarif'));
    expect(upload?.with?.sarif_file).toBe(`\${{ runner.temp }}/imr.sarif`);
    expect(check?.run).toContain('--output "$RUNNER_TEMP/imr.sarif"');
    const page = parse(/```yaml\n(name: Letters.*?)```/s.exec(readProjectFile('docs/pipelines.md'))?.[1] ?? '');
    expect(Object.keys(action.inputs)).toEqual(Object.keys(page.jobs.check.steps[1].with));
  });

  it('never makes an input part of a script', () => {
    for (const { run: script } of steps) expect(script ?? '').not.toContain('${{');
  });

  it('writes SARIF, and keeps the exit code until it is uploaded', () => {
    desk.write('letters/a.imr', unconcludedLetter);
    desk.write('sound/a.imr', soundLetter);
    const found = run('letters');
    expect(found).toMatchObject({ status: 0, code: 'code=1' });
    expect(found.results().map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('IMR301');
    expect(run('letters', 'never').code).toBe('code=0');
    expect(run('sound').code).toBe('code=0');
    expect(run('none').code).toBe('code=2');
    expect(run('--watch').code).toBe('code=2');
    expect(run('$(touch ran); letters').code).toBe('code=2');
    expect(desk.shell('ls').out).not.toContain('ran');
  });
});
