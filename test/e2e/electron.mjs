// `npm run test:electron`: the same suite in the desktop VS Code that `@vscode/test-electron` downloads.
// Keys, mouse and pictures need the page of the other host; the tests that use them are skipped here.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { suiteSettings } from './host/settings.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'imr-e2e-'));
const workspace = join(temporary, 'samples');
const user = join(temporary, 'user');
cpSync(join(root, 'samples'), workspace, { recursive: true });
mkdirSync(join(user, 'User'), { recursive: true });
writeFileSync(join(user, 'User/settings.json'), JSON.stringify(suiteSettings));
try {
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist/test/suite.js'),
    launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${user}`],
  });
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
