// What a person sees at a terminal: findings with their lines, suggestions, and fewer findings on request.
import { execFileSync, spawn } from 'node:child_process';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { commands } from '../../server/src/cli/commands';
import { createTextReport } from '../../server/src/cli/report/text';
import { progressInWords } from '../../server/src/cli/terminal';
import { createSourceText, type Problem, rules } from '../../server/src/core/index';
import { openDesk } from './imr';
import { soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();

function framed(text: string, problem: Partial<Problem>, columns = 80): string {
  const report = createTextReport({ version: '1', colors: createColors(false), quiet: false, columns, rules });
  const whole: Problem = {
    code: 'IMR503',
    rule: 'run-on',
    severity: 'warning',
    span: { start: 0, end: 1 },
    message: 'Missing space.',
    ...problem,
  };
  const source = createSourceText(text);
  return report.file({ path: 'a.txt', source, letter: undefined, problems: [whole], accepted: [] });
}

describe('findings at a terminal', () => {
  it('show the line with its words underlined', () => {
    const text = 'First line.\nShe took Norco.Soma helped.\n';
    expect(framed(text, { span: { start: 21, end: 31 }, item: 'Norco 5/325' })).toBe(
      [
        'a.txt',
        '    2:10  warning Missing space. IMR503',
        '          Norco 5/325',
        '       2 │ She took Norco.Soma helped.',
        '         │          ^^^^^^^^^^',
        '',
        '',
      ].join('\n'),
    );
  });

  it('cut a long line around the words, and wrap a long message', () => {
    const text = `${'word '.repeat(60)}here${' word'.repeat(60)}`;
    const lines = framed(text, { span: { start: 300, end: 304 }, message: 'A message '.repeat(12).trim() }, 60).split(
      '\n',
    );
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(62);
    const [shown = '', marks = ''] = lines.slice(-4);
    expect(shown).toMatch(/ │ ….*…$/);
    expect(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('here');
  });

  it('never pass control characters of a letter on', () => {
    expect(framed('a\u001b[31mb\u202ec', { span: { start: 0, end: 3 }, message: 'x\u001by' })).not.toMatch(
      /[\u001b\u202e]/,
    );
  });

  it('mark one cell where nothing is there, and show no frame for an empty line', () => {
    expect(framed('ab', { span: { start: 2, end: 2 } })).toContain('\n         │   ^\n');
    expect(framed('\n', { span: { start: 0, end: 0 } }).split('\n').length).toBe(4);
  });
});

describe('progress', () => {
  it('says how fast it goes and how long it will take', () => {
    expect(progressInWords(1200, 3000, 4000)).toBe('1,200 of 3,000 letters, 300 a second, 6 s left');
    expect(progressInWords(0, 30, 4000)).toBe('0 of 30 letters');
  });
});

describe('imr check', { timeout: 60_000 }, () => {
  it('reports only the rules or groups asked for', () => {
    desk.write('only.txt', unconcludedLetter);
    expect(desk.imr(['check', '--only', 'IMR301', 'only.txt'])).toMatchObject({ code: 1 });
    expect(desk.imr(['check', '--only', 'missing-conclusion', 'only.txt']).out).toContain('IMR301');
    const other = desk.imr(['check', '--group', 'privacy,citations', 'only.txt']);
    expect(other.out).not.toContain('IMR301');
    expect(other.code).toBe(0);
  });

  it('suggests the rule, group or command that was meant', () => {
    expect(desk.imr(['check', '--only', 'missing-conclusoin', '.']).err).toContain('did you mean missing-conclusion?');
    expect(desk.imr(['check', '--group', 'citation', '.']).err).toContain('did you mean citations?');
    expect(desk.imr(['lookup', 'norcoo']).err).toContain('did you mean Norco?');
  });

  it('fails for more warnings than --max-warnings', () => {
    desk.write('warned.txt', soundLetter.replace('The request for', 'The request,for'));
    expect(desk.imr(['check', 'warned.txt']).code).toBe(0);
    const run = desk.imr(['check', '--max-warnings', '0', 'warned.txt']);
    expect(run.code).toBe(1);
    expect(run.err).toContain('more than --max-warnings 0');
    expect(desk.imr(['check', '--max-warnings', 'few', 'warned.txt']).code).toBe(2);
  });

  it('checks only what git reports as changed or new', () => {
    const git = (...args: string[]) => execFileSync('git', ['-C', `${desk.folder}/repo`, ...args], { stdio: 'ignore' });
    desk.write('repo/old.txt', unconcludedLetter);
    desk.write('repo/edited.txt', unconcludedLetter);
    expect(desk.imr(['check', '--changed', 'repo']).err).toContain('not in a git repository');
    git('init', '-q');
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'letters');
    desk.write('repo/edited.txt', `${unconcludedLetter}\n`);
    desk.write('repo/fresh.txt', unconcludedLetter);
    const { stdout } = runIn(`${desk.folder}/repo`, ['check', '--changed', '.']);
    expect(stdout).toContain('edited.txt');
    expect(stdout).toContain('fresh.txt');
    expect(stdout).not.toContain('old.txt');
  });

  it('checks again when a letter changes', async () => {
    desk.write('watched/a.txt', unconcludedLetter);
    const child = spawn(process.execPath, [desk.cli, 'check', '--watch', 'watched'], { cwd: desk.folder });
    let out = '';
    const said = (words: string) =>
      new Promise<void>((resolve) => {
        const look = () => out.includes(words) && resolve();
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        look();
      });
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (out += text));
    await said('Watching for changes');
    expect(out).toContain('1 letter checked: 1 error');
    desk.write('watched/a.txt', soundLetter);
    await said('1 letter checked: nothing found');
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
  });
});

describe('imr completions', () => {
  it.each(['bash', 'zsh', 'fish'])('writes a script for %s that names every command', (shell) => {
    const { out, code } = desk.imr(['completions', shell]);
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toContain(name);
  });

  it('completes in bash', () => {
    const script = `source <(${process.execPath} ${desk.cli} completions bash); COMP_WORDS=(imr check --form); COMP_CWORD=2; _imr; echo "\${COMPREPLY[@]}"; COMP_WORDS=(imr check --format s); COMP_CWORD=3; _imr; echo "\${COMPREPLY[@]}"`;
    const out = execFileSync('bash', ['-c', script], { encoding: 'utf8', cwd: desk.folder });
    expect(out).toBe('--format\nsarif\n');
  });

  it('refuses another shell', () => {
    expect(desk.imr(['completions', 'tcsh']).code).toBe(2);
  });
});

function runIn(cwd: string, args: readonly string[]): { readonly stdout: string } {
  try {
    return { stdout: execFileSync(process.execPath, [desk.cli, ...args], { cwd, encoding: 'utf8' }) };
  } catch (error) {
    return { stdout: String((error as { stdout?: unknown }).stdout) };
  }
}
