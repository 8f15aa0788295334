import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**', '**/node_modules/**'],
    environment: 'node',
    reporters: ['default', new ClosingLine()],
    testTimeout: 20_000,
  },
});
