// What `imr` says about itself, and about what it does not understand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinPacks } from '../../server/src/builtin/packs';
import { commands } from '../../server/src/cli/commands';
import { root } from '../project';
import { openDesk } from './imr';

const desk = openDesk();

describe('imr', { timeout: 60_000 }, () => {
  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(desk.imr(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('says with it when the data of each kind were checked', () => {
    const { code, out } = desk.imr(['--version', '--verbose']);
    expect(code).toBe(0);
    expect(out).toContain('guidelines  checked 2026-11-22 to 2026-11-28\n');
    const kinds = new Set([...builtinPacks.map(({ kind }) => kind), 'forms']);
    const [, ...lines] = out.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([...kinds]);
  });

  it('prints its help where it is asked, and where it is given nothing', () => {
    const { code, out } = desk.imr(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`imr ${name} .* ${summary.slice(0, 10)}`));
    expect(desk.imr(['help']).out).toBe(out);
    expect(desk.imr([])).toEqual({ code: 2, out, err: '' });
  });

  it.each(commands.map((command) => [command.name, command] as const))('prints the help of %s', (name, command) => {
    const { code, out } = desk.imr([name, '--help']);
    expect(code).toBe(0);
    expect(out.startsWith(`imr ${name} ${command.operands}`.trimEnd())).toBe(true);
    for (const option of command.options) expect(out).toContain(`--${option}`);
    for (const format of command.formats) expect(out).toContain(format);
    expect(desk.imr(['help', name]).out).toBe(out);
    expect(desk.imr([name, 'a.txt', '-h']).out).toBe(out);
  });

  it.each([
    [['chekc'], 'no command chekc (did you mean check?); imr --help lists the commands'],
    [['a.txt'], 'no command a.txt; imr --help lists the commands'],
    [['--format', 'json', 'check'], 'the command comes before the option --format; imr --help lists the commands'],
    [
      ['check', '--formt', 'json'],
      'unknown option --formt (did you mean --format?); imr check --help lists the options',
    ],
    [['check', '-x'], 'unknown option -x; imr check --help lists the options'],
    [['parse', '--fail-on', 'error'], 'imr parse takes no --fail-on'],
    [
      ['check', '--fail-on', 'eror'],
      '--fail-on eror: not one of error, warning, information, hint, never (did you mean error?)',
    ],
    [['parse', '--format', 'yaml'], '--format yaml: not one of json, ndjson, text'],
    [['check', '--output'], '--output needs a value: --output FILE'],
    [['check', '--output', '--quiet'], '--output needs a value: --output FILE'],
    [['check', '--quiet=yes'], '--quiet takes no value'],
    [['check', '--no-config', '--config', 'a.yaml'], '--config and --no-config exclude each other'],
  ])('says what is wrong with %j', (args, message) => {
    expect(desk.imr(args)).toEqual({ code: 2, out: '', err: `imr: ${message}\n` });
  });

  it('takes what follows -- for a path', () => {
    expect(desk.imr(['parse', '--', '--help']).err).toBe('imr: --help: no such file or folder\n');
  });
});
