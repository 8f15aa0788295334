import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
// @ts-expect-error: a script of the build, without types.
import { reportPath, writeApi } from '../../scripts/api-report.mjs';
import { readProjectFile, root } from '../project';

const folder = mkdtempSync(join(tmpdir(), 'imr-types-'));

beforeAll(() => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.library.json', '--outDir', join(folder, 'types')], {
    cwd: root,
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has the public interface that is checked in, all of it documented; `npm run api` writes a changed one', () => {
  const report = join(folder, 'report', basename(reportPath));
  writeApi({ types: join(folder, 'types'), report, model: join(folder, 'model.api.json') });
  expect(readFileSync(report, 'utf8')).toBe(readProjectFile(reportPath));
}, 60_000);
