import { defineConfig } from 'vitest/config';

/** The tests that mutants are tried with: the parser's and the model's own, since they take little time. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/{syntax,model}/**/*.test.ts'],
    // See `ignoreStatic` in stryker.config.mjs.
    isolate: false,
    testTimeout: 60_000,
  },
});
