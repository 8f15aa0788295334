import { harnessOptions, screenshot } from './person';
import { runTests } from './runner';
import { closeEverything } from './workspace';

/** Runs the tests that are registered. Called by VS Code; rejects when a test failed. */
export async function run(): Promise<void> {
  const options = await harnessOptions();
  await runTests(options?.grep ?? '', {
    tidy: closeEverything,
    keepEvidence: (title) => screenshot(`failure-${title.replace(/\W+/g, '-').slice(0, 40)}`),
  });
}
