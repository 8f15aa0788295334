// `npm run package`: production bundles and the extension as a VSIX, byte for byte the same for the same commit.
// `--out FILE` names the VSIX; the default is imr-determinations-VERSION.vsix in the root. `--built` takes dist as it is.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages, root, run } from './install.mjs';

function main() {
  const { version, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(root, `${name}-${version}.vsix`) },
      built: { type: 'boolean', default: false },
    },
  });
  installPackages();
  if (!values.built) run('node', ['esbuild.mjs', '--production']);
  // Everything is bundled, and the README's relative links stay as they are: there is no public repository to point to.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  run('npx', ['vsce', 'package', ...flags, '--out', resolve(values.out)], {
    env: { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? lastCommitTime() },
  });
}

/** Seconds since 1970 of the last commit, as text. */
function lastCommitTime() {
  return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim();
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
