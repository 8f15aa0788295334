// Runs the tests for scripts/stryker.mjs: all in one script, which is run afresh for each change of the sources. Vitest would read and
// link hundreds of modules each time, which takes longer than the tests.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import esbuild from 'esbuild';
import { collectTests } from './harness.mjs';

/** The parser's and the model's own tests, which take little time. */
const folders = ['syntax', 'model'];

/** What the changed sources report to, and are told by, which change is made. */
const namespace = '__stryker__';

class ScriptRunner {
  #script;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#script = await compile();
  }

  async dryRun() {
    globalThis[namespace] = {};
    const result = await this.#run({ bail: false });
    return { ...result, mutantCoverage: globalThis[namespace].mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter, mutantActivation }) {
    const stryker = { hitCount: 0, hitLimit };
    globalThis[namespace] = stryker;
    const activate = () => {
      stryker.activeMutant = activeMutant.id;
    };
    if (mutantActivation === 'static') activate();
    const result = await this.#run({ bail: true, only: testFilter, whenLoaded: activate });
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, hitLimit) ?? result);
  }

  async #run({ bail, only, whenLoaded }) {
    let tests;
    try {
      tests = collectTests(() => this.#script.runInThisContext());
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error.stack) };
    }
    whenLoaded?.();
    const results = [];
    for (const { id, run } of tests) {
      if (only && !only.includes(id)) continue;
      const result = await resultOf(id, run);
      results.push(result);
      if (bail && result.status === TestStatus.Failed) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
  }
}

async function resultOf(id, run) {
  const started = performance.now();
  const done = () => ({ id, name: id, timeSpentMs: performance.now() - started });
  globalThis[namespace].currentTestId = id;
  try {
    await run();
    return { ...done(), status: TestStatus.Success };
  } catch (error) {
    return { ...done(), status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
  } finally {
    globalThis[namespace].currentTestId = undefined;
  }
}

async function compile() {
  const files = folders.flatMap((folder) =>
    readdirSync(join('test', folder))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `./test/${folder}/${name}`),
  );
  const { outputFiles } = await esbuild.build({
    stdin: { contents: files.map((file) => `import ${JSON.stringify(file)};`).join('\n'), resolveDir: resolve('.') },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    alias: { vitest: resolve('test/stryker/vitest.mjs') },
  });
  const [{ text }] = outputFiles;
  const script = new Script(text, { filename: 'tests.js' });
  return new Script(text, { filename: 'tests.js', cachedData: script.createCachedData() });
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'script', ScriptRunner)];
