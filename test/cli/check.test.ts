import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSourceText, offsetAt } from '../../server/src/core/index';
import { openDesk } from './imr';
import { note, soundLetter, unconcludedLetter } from './letters';

const desk = openDesk();

describe('the exit code of imr check', { timeout: 60_000 }, () => {
  it('is 0 where nothing is found, 1 where something is, 2 where a file cannot be read', () => {
    desk.write('sound.txt', soundLetter);
    desk.write('unconcluded.txt', unconcludedLetter);
    expect(desk.imr(['check', 'sound.txt']).code).toBe(0);
    expect(desk.imr(['check', 'sound.txt', 'unconcluded.txt']).code).toBe(1);
    expect(desk.imr(['check', 'unconcluded.txt', 'missing.txt']).code).toBe(2);
  });

  it.each([
    ['never', 0],
    ['error', 1],
    ['warning', 1],
    ['information', 1],
    ['hint', 1],
  ])('with --fail-on %s is %i for an error', (threshold, code) => {
    desk.write('unconcluded.txt', unconcludedLetter);
    expect(desk.imr(['check', '--fail-on', threshold, 'unconcluded.txt']).code).toBe(code);
  });

  it('counts what --min-severity leaves out, and says so', () => {
    const doubled = soundLetter
      .replace('no drug screen', 'no no drug screen')
      .replace('The request for', 'The request,for');
    desk.write('quiet.txt', doubled);
    const loud = desk.imr(['check', '--format', 'json', '--min-severity', 'hint', '--fail-on', 'warning', 'quiet.txt']);
    const severities: string[] = JSON.parse(loud.out).files[0].problems.map(
      ({ severity }: { severity: string }) => severity,
    );
    expect(severities).toContain('error');
    expect(severities).toContain('warning');
    const run = desk.imr(['check', '--min-severity', 'error', '--fail-on', 'warning', 'quiet.txt']);
    expect(run.out).not.toContain('warning');
    expect(run.code).toBe(1);
    const unseen = severities.filter((severity) => severity === 'warning').length;
    expect(run.err).toBe(`${unseen} more at or above --fail-on warning; --min-severity warning shows them\n`);
  });
});

describe('imr check', { timeout: 60_000 }, () => {
  it('prints a line a problem that a terminal makes a link, and a summary', () => {
    desk.write('text/a.txt', unconcludedLetter);
    desk.write('text/b.txt', soundLetter);
    const { out, err } = desk.imr(['check', 'text']);
    const line = unconcludedLetter.split('\n').findIndex((each) => each.includes('and nothing speaks of weaning')) + 1;
    const [first = '', summary] = out.split('\n');
    expect(first).toMatch(/^text\/a\.txt:\d+:\d+ error IMR301 Norco 10\/325mg #60: The rationale does not say /);
    expect(Math.abs(Number(first.split(':')[1]) - line)).toBeLessThanOrEqual(1);
    expect(summary).toBe('2 letters checked: 1 error');
    expect(err).toBe('');
  });

  it('is silent under --quiet but for what it found', () => {
    desk.write('text/b.txt', soundLetter);
    expect(desk.imr(['check', '--quiet', 'text/b.txt'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('colors a terminal only, and as it is told', () => {
    desk.write('color.txt', unconcludedLetter);
    const colored = (args: string[], env: Record<string, string>) =>
      desk.imr(['check', 'color.txt', ...args], { env }).out.includes('\x1b[');
    expect(colored([], {})).toBe(false);
    expect(colored([], { FORCE_COLOR: '1' })).toBe(true);
    expect(colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
    expect(colored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(colored(['-o', 'color.out'], { FORCE_COLOR: '1' })).toBe(false);
  });

  it('lets no letter steer the terminal', () => {
    const item = 'Norco\x1b[2J \u202e10/325mg #60';
    desk.write('steer.txt', unconcludedLetter.replace('\nNorco 10/325mg #60: Upheld', `\n${item}: Upheld`));
    const { out } = desk.imr(['check', 'steer.txt']);
    expect(out).toContain('IMR301');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\u202e]/);
  });

  it('gives places that lie where the text says, in JSON', () => {
    desk.write('places.txt', `\ufeff${unconcludedLetter.replaceAll('\n', '\r\n').replace('44 year', '😀 44 year')}`);
    const text = unconcludedLetter.replaceAll('\n', '\r\n').replace('44 year', '😀 44 year');
    const source = createSourceText(text);
    const { files, summary, tool } = JSON.parse(desk.imr(['check', '--format', 'json', 'places.txt']).out);
    const [problem] = files[0].problems;
    expect(problem).toMatchObject({
      code: 'IMR301',
      rule: 'missing-conclusion',
      severity: 'error',
      item: 'Norco 10/325mg #60',
    });
    for (const place of [problem.start, problem.end]) expect(offsetAt(source, place)).toBe(place.offset);
    expect(text.slice(0, problem.end.offset)).toMatch(/nothing speaks of weaning\.$/);
    expect(problem.fixes[0].edits[0].newText).toContain('is not medically necessary');
    expect(summary).toEqual({ files: 1, errors: 1, warnings: 0, information: 0, hints: 0 });
    expect(tool.name).toBe('imr');
    expect(files[0].elements).toMatchObject([{ item: 'Norco 10/325mg #60', class: 'opioids' }]);
    expect(files[0].elements[0].missing).toContain('conclusion');
  });

  it('gives the files of the JSON report as lines', () => {
    desk.write('both/a.txt', unconcludedLetter);
    desk.write('both/b.txt', soundLetter);
    const { files } = JSON.parse(desk.imr(['check', '--format', 'json', 'both']).out);
    const lines = desk.imr(['check', '--format', 'ndjson', 'both']).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(files);
  });

  it('finds nothing to be missing from a text that was named and is no letter but its sections', () => {
    desk.write('note.txt', note);
    const { code, out } = desk.imr(['check', '--format', 'json', 'note.txt']);
    expect([0, 1]).toContain(code);
    expect(JSON.parse(out).files[0]).toMatchObject({ form: 'unknown', blocks: 0 });
  });

  it('writes to --output, and prints nothing', () => {
    desk.write('output.txt', unconcludedLetter);
    const run = desk.imr(['check', '--format', 'json', '--output', 'report.json', 'output.txt']);
    expect(run).toEqual({ code: 1, out: '', err: '' });
    const report = JSON.parse(readFileSync(join(desk.folder, 'report.json'), 'utf8'));
    expect(report.summary.errors).toBe(1);
    expect(desk.imr(['check', '--output', 'no/such/folder.json', 'output.txt'])).toEqual({
      code: 2,
      out: '',
      err: 'imr: no/such/folder.json: cannot be written: its folder does not exist\n',
    });
  });

  it('ends quietly when its reader does', async () => {
    for (let i = 0; i < 300; i++) desk.write(`many/${i}.txt`, unconcludedLetter);
    const child = spawn(process.execPath, [desk.cli, 'check', '--format', 'json', 'many'], { cwd: desk.folder });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });
});
