// The module that VS Code runs: in the extension host of Node, in that of the browser, under `@vscode/test-electron`.
import './editor';
import './letters';
import './detection';
import './quick-fixes';
import './setting-files';
import './commands';
import './composing';
import './writing';
import './quiet';
import './lookups';
import './marks';
import './determination';
import './workbench';
import './importing';
import './signing';
import './published-letters';
import './pictures';
import { harnessOptions, screenshot } from './person';
import { runTests } from './runner';
import { closeEverything } from './workspace';

/** Called by VS Code; rejects when a test failed. */
export async function run(): Promise<void> {
  const options = await harnessOptions();
  await runTests(options?.grep ?? '', {
    tidy: closeEverything,
    keepEvidence: (title) => screenshot(`failure-${title.replace(/\W+/g, '-').slice(0, 40)}`),
  });
}
