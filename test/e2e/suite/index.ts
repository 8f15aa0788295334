// The module that VS Code runs, in the browser host and under `@vscode/test-electron` alike.
import './editor';
import { runTests } from './runner';

/** Called by VS Code; rejects when a test failed. */
export async function run(): Promise<void> {
  await runTests(process.env.IMR_E2E_GREP ?? '');
}
