import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
// @ts-expect-error: a script of the build, without types.
import { apiReport, reportPath } from '../../scripts/api-report.mjs';
import { readProjectFile, root } from '../project';

const folder = mkdtempSync(join(tmpdir(), 'imr-types-'));

beforeAll(() => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.library.json', '--outDir', folder], { cwd: root });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has the public interface that is checked in; `npm run api` writes a changed one', () => {
  expect(apiReport(folder)).toBe(readProjectFile(reportPath));
});

it('names no type that it does not export', () => {
  expect(apiReport(folder)).not.toContain('not exported');
});
