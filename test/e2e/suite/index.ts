// The module that VS Code runs: in the extension host of Node, in that of the browser, under `@vscode/test-electron`.
import './editor';
import { harnessOptions } from './person';
import { runTests } from './runner';

/** Called by VS Code; rejects when a test failed. */
export async function run(): Promise<void> {
  const options = await harnessOptions();
  await runTests(options?.grep ?? '');
}
