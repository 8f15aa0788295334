// `npm test`: installs, builds and runs everything that needs no editor. Arguments go to Vitest, which ends with a line
// `N passed, N failed`; where something breaks before Vitest could start, that counts as one.
import { installPackages, run } from './install.mjs';

let counted = false;
try {
  installPackages();
  run('npm', ['run', '--silent', 'typecheck']);
  // What is tested is what ships.
  run('node', ['esbuild.mjs', '--production']);
  run('npm', ['run', '--silent', 'types']);
  counted = true;
  const projects = ['unit', 'mocked', 'property', 'cli', 'package'].flatMap((name) => ['--project', name]);
  run('npx', ['vitest', 'run', ...projects, ...process.argv.slice(2)]);
} catch (error) {
  console.error(error.message);
  if (!counted) console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
