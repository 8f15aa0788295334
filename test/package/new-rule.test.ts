// `npm run new:rule` in a copy of the project: what it writes must be accepted by the compiler before anybody fills it in.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { rules } from '../../server/src/core/index';
import { root } from '../project';
import { copyProject } from './project-copy';

const copy = copyProject('new-rule');

const run = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8', stdio: 'pipe' });

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const cases = [
  { group: 'privacy', name: 'scratch-name', defects: 'wording' },
  { group: 'language', name: 'scratch-word', defects: 'language' },
];

it.each(cases)(
  'writes a rule of the group $group, its page, and an entry for its defect',
  ({ group, name, defects }) => {
    const printed = run('scripts/new-rule.mjs', group, name);
    const code = /IMR\d{3}/.exec(printed)?.[0] ?? '';
    expect(rules.map((rule) => rule.code)).not.toContain(code);
    const textOf = (path: string) => readFileSync(join(copy, path), 'utf8');
    expect(textOf(`server/src/core/rules/${group}/${name}.ts`)).toContain(code);
    expect(textOf(`docs/rules/${code}.md`)).toContain(name);
    expect(textOf(`test/mutation/${defects}-defects.ts`)).toContain(`codes: ['${code}']`);
    expect(textOf('server/src/core/rules/index.ts')).toContain(`./${group}/${name}`);
  },
  120_000,
);

it('writes nothing that the compiler refuses', () => {
  expect(run(join(root, 'node_modules/typescript/bin/tsc'), '-p', '.')).toBe('');
}, 120_000);
