import { defineConfig, type ViteUserConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line, `N passed, N failed`, for scripts that read the output. */
class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed = count('failed') + broken + unhandledErrors.length;
    const skipped = count('skipped');
    console.log(`${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
}

const elsewhere = ['test/e2e/**', '**/node_modules/**'];
const folders = { property: 'test/properties/**', cli: 'test/cli/**', package: 'test/package/**' };
const slow = {
  regex: 'test/regex/**',
  mutation: 'test/mutation/**',
  growth: 'test/growth/**',
  documents: 'test/documents/**',
};
/** They put another `vscode` or another module in place, which tests in the same process would share. */
const mocking = ['test/client/**', 'test/cli/fix-changed.test.ts', 'test/disk/replacement.test.ts'];

function project(name: string, test: Partial<ProjectOptions>): { extends: true; test: ProjectOptions } {
  return { extends: true, test: { name, ...test } };
}

type ProjectOptions = NonNullable<ViteUserConfig['test']> & { name: string };

/**
 * `npm test` runs `unit`, `property`, `cli` and `package`; `mutation`, `regex`, `growth` and `documents` take their time and have commands of their own.
 * Files of `unit` share their process and the library that it has built: a test that changes what others see belongs to `mocked`.
 */
export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['test/setup.ts'],
    reporters: ['default', new ClosingLine()],
    testTimeout: 60_000,
    maxWorkers: '100%',
    projects: [
      project('unit', {
        include: ['test/**/*.test.ts'],
        exclude: [...elsewhere, ...mocking, ...Object.values(folders), ...Object.values(slow)],
        isolate: false,
      }),
      project('mocked', { include: mocking.map((path) => path.replace('/**', '/**/*.test.ts')) }),
      project('property', { include: [`${folders.property}/*.test.ts`], isolate: false }),
      project('cli', { include: [`${folders.cli}/*.test.ts`], exclude: mocking, isolate: false }),
      project('package', {
        include: [`${folders.package}/*.test.ts`],
        globalSetup: ['test/package/build-poison.ts'],
      }),
      project('regex', { include: [`${slow.regex}/*.test.ts`], testTimeout: 900_000 }),
      project('growth', { include: [`${slow.growth}/*.test.ts`], testTimeout: 600_000 }),
      project('documents', { include: [`${slow.documents}/*.test.ts`], testTimeout: 300_000 }),
      project('mutation', { include: [`${slow.mutation}/*.test.ts`], testTimeout: 600_000 }),
    ],
  },
});
