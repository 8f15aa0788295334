// Mutation testing of the sources, as scripts/stryker.mjs runs it.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'script',
  plugins: ['./test/stryker/runner.mjs'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  tempDirName: '.stryker/tmp',
  ignorePatterns: ['/biome.json', '/dist', '/docs', '/media', '/test/{corpus,e2e,bench,letters}', '/.stryker'],
  reporters: ['progress-append-only'],
  // No such file: Stryker would read it by the API of TypeScript 5, which TypeScript 7 does not have.
  tsconfigFile: 'none',
};
