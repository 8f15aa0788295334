// `npm test`: installs, builds and runs everything that needs no editor. Arguments go to Vitest.
import { installPackages, run } from './install.mjs';

try {
  installPackages();
  run('npm', ['run', '--silent', 'typecheck']);
  // What is tested is what ships.
  run('node', ['esbuild.mjs', '--production']);
  run('npm', ['run', '--silent', 'types']);
  run('npx', ['vitest', 'run', '--project', 'unit', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
