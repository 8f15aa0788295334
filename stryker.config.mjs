// Mutation testing of the sources, as scripts/stryker.mjs runs it.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/stryker/vitest.config.mts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  // Modules are loaded once for all mutants, so that one in what runs while they load would change nothing.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  tempDirName: '.stryker/tmp',
  ignorePatterns: ['/biome.json', '/dist', '/docs', '/media', '/test/{corpus,e2e,bench,letters}', '/.stryker'],
  reporters: ['progress-append-only'],
  // No such file: Stryker would read it by the API of TypeScript 5, which TypeScript 7 does not have.
  tsconfigFile: 'none',
};
