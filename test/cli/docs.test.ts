// docs/cli.md promises nothing that is not there, and leaves nothing out.
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments';
import { commands } from '../../server/src/cli/commands';
import { specOf } from '../../server/src/cli/options';
import { readProjectFile } from '../project';

const text = readProjectFile('docs/cli.md');

describe('docs/cli.md', () => {
  const lines = [...text.matchAll(/```console\n(.*?)```/gs)].flatMap((block) => (block[1] ?? '').split('\n'));
  const examples = lines.flatMap((line) => /\bimr (.*?)(?: < .*)?$/.exec(line)?.[1] ?? []);

  it.each(examples.filter((line) => !/^\w+:|letters checked/.test(line)))(
    'shows a command line that is understood: imr %s',
    (line) => {
      const args = line.split(' ').map((arg) => arg.replaceAll("'", ''));
      expect(readArguments(args).kind).toBe('run');
    },
  );

  it.each(commands.map((command) => [command.name, command] as const))(
    'has a section on imr %s with all its options and formats',
    (name, command) => {
      const section = text.split(/^## /m).find((each) => each.startsWith(`imr ${name}\n`)) ?? '';
      const missing = command.options.filter((option) => !['help', 'quiet', 'no-color'].includes(option));
      expect(missing.filter((option) => !section.includes(`--${option}`))).toEqual([]);
      if (name === 'check') for (const format of command.formats) expect(section).toContain(`| \`${format}\` |`);
      expect(text).toContain(`| \`imr ${`${name} ${command.operands}`.replace('|', '\\|')}\` | `);
    },
  );

  it('names no option that is unknown', () => {
    const named = [...text.matchAll(/--([a-z][a-z-]+)/g)].map((match) => match[1] ?? '');
    const known = new Set<string>([...commands.flatMap(({ options }) => options), 'version']);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names the values that an option takes', () => {
    const choices = commands.flatMap(({ options }) => options.flatMap((option) => specOf(option).choices ?? []));
    for (const choice of choices) expect(text).toContain(`\`${choice}\``);
  });
});
