import { defineConfig } from 'vitest/config';
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

// `unit` is what `npm test` runs; `mutation` and `regex` take their time and have commands of their own.
export default defineConfig({
  test: {
    environment: 'node',
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...elsewhere, 'test/mutation/**', 'test/regex/**'],
          testTimeout: 20_000,
        },
      },
      { extends: true, test: { name: 'regex', include: ['test/regex/*.test.ts'], testTimeout: 900_000 } },
      { extends: true, test: { name: 'mutation', include: ['test/mutation/*.test.ts'], testTimeout: 600_000 } },
    ],
  },
});
